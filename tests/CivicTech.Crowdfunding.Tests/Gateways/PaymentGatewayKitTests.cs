using CivicTech.Crowdfunding.Collection;
using CivicTech.TestKit;
using CivicTech.TestKit.Gateways;

namespace CivicTech.Crowdfunding.Tests.Gateways;

public sealed class PaymentGatewayKitTests
{
    private static readonly GatewayCapabilities Everything = GatewayBehaviour.Honest.Capabilities;

    public static TheoryData<string> CaseNames() => [.. Cases(null).Select(one => one.Name)];

    public static TheoryData<string> FaultNames() => [.. GatewayFaults.All.Keys];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public Task Kit_HonestGateway_Passes(string name) => Cases(null).Single(one => one.Name == name).RunAsync();

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task Kit_GatewayWithOneFault_FailsExactlyTheCaseMeantForIt(string fault)
    {
        var (expected, make) = GatewayFaults.All[fault];
        var failed = new List<string>();
        foreach (var one in Cases(make))
        {
            try
            {
                await one.RunAsync();
            }
            catch (KitFailure failure)
            {
                failed.Add(one.Name);
                Assert.StartsWith("Expected ", failure.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal([expected], failed);
    }

    [Fact]
    public void Kit_EveryCase_HasAFaultThatItFinds() =>
        Assert.Equal(Cases(null).Select(one => one.Name).Order(), GatewayFaults.All.Values.Select(fault => fault.Case).Order());

    [Fact]
    public void Kit_Names_AreUnique() => Assert.Distinct(Cases(null).Select(one => one.Name));

    [Fact]
    public async Task Kit_GatewayThatOnlyMakesLinks_IsAskedForNothingElseAndPasses()
    {
        var behaviour = new GatewayBehaviour { Capabilities = new() { Modes = [CollectionMode.InviteToPay] } };
        var cases = PaymentGatewayKit.Cases(behaviour.Capabilities, _ => ValueTask.FromResult<IGatewayBench>(new SimulatedBench(behaviour)));

        Assert.DoesNotContain(cases, one => one.Name.Contains("hold", StringComparison.Ordinal) || one.Name.Contains("charge", StringComparison.Ordinal));
        foreach (var one in cases)
        {
            await one.RunAsync();
        }
    }

    [Fact]
    public async Task Kit_GatewayThatForgetsKeysAtOnce_FailsWhereACallIsRepeated()
    {
        var behaviour = new GatewayBehaviour { KeyMemory = NodaTime.Duration.Zero };
        var failed = new List<string>();
        foreach (var one in PaymentGatewayKit.Cases(behaviour.Capabilities, _ => ValueTask.FromResult<IGatewayBench>(new SimulatedBench(behaviour))))
        {
            try
            {
                await one.RunAsync();
            }
            catch (KitFailure)
            {
                failed.Add(one.Name);
            }
        }

        Assert.Equal(
            [
                "The same charge sent twice takes the money once",
                "A key that was used for another amount is refused",
                "A charge whose answer was lost is found by its key, and is not repeated",
                "The same refund sent twice refunds once",
                "The same link asked for twice is one link",
                "The same payout sent twice pays once",
            ],
            failed);
    }

    private static IReadOnlyList<KitCase> Cases(Func<IGatewayFault>? fault) =>
        PaymentGatewayKit.Cases(Everything, _ => ValueTask.FromResult<IGatewayBench>(new SimulatedBench(GatewayBehaviour.Honest, fault?.Invoke())));
}

using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.TestKit.Voting;

namespace CivicTech.TestKit.Tests.Voting;

public sealed class InMemoryVotingTests
{
    private static readonly IReadOnlyList<KitCase> Boxes = BallotBoxKit.Cases(_ => Task.FromResult<IBallotBox>(new InMemoryBallotBox()));
    private static readonly IReadOnlyList<KitCase> Rolls = ElectoralRollKit.Cases((voters, _) => Task.FromResult<IElectoralRoll>(Roll(voters)));

    public static TheoryData<string> BoxNames => [.. Boxes.Select(one => one.Name)];

    public static TheoryData<string> RollNames => [.. Rolls.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(BoxNames))]
    public Task Kit_InMemoryBallotBox_Passes(string name) => Boxes.Single(one => one.Name == name).RunAsync();

    [Theory]
    [MemberData(nameof(RollNames))]
    public Task Kit_InMemoryElectoralRoll_Passes(string name) => Rolls.Single(one => one.Name == name).RunAsync();

    internal static InMemoryElectoralRoll Roll(IEnumerable<EnteredVoter> voters)
    {
        var roll = new InMemoryElectoralRoll();
        foreach (var voter in voters)
        {
            roll.Enter(voter.Cycle, voter.Key, voter.Entry);
        }

        return roll;
    }
}

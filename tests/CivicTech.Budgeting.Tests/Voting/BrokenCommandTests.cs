using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Numerics;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

/// <summary>
/// Commands come from clients. One that is broken in any place cannot be read, which is told by a <see cref="JsonException"/> or, without its kind, a <see cref="NotSupportedException"/>, or is refused, or is
/// accepted, and the file of the voter can be kept; nothing else happens.
/// </summary>
public sealed class BrokenCommandTests
{
    private static readonly VotingPlan Baskets = Plan() with { Submission = Submission.Basket };
    private static readonly VotingPlan Revised = Plan() with { Submission = Submission.ReviseUntilClose };

    private static readonly ImmutableArray<(VotingPlan Plan, ImmutableArray<VotingCommand> Before, ImmutableArray<VotingCommand> Commands)> Taken =
    [
        (Baskets, [], [new SaveBasket { Area = "city", Lines = Lines("c1=1", "c2"), SeenEdition = 1 }]),
        (Baskets, [Save("city", "c1", "c2"), Save("north", "n1")], [new SubmitBasket { SeenEdition = 1 }]),
        (Revised, [Cast("city", "c1", "c2")], [new WithdrawBallot { Area = "city" }, new SeeNotices(), new VoidVoter { By = "officer", Reason = "case", MayVoteAgain = true }, Cast("north", "n1")]),
        (Plan(), [], [new CastBallot { Area = "north", Lines = Lines("n1=1", "n2"), SeenEdition = 1 }]),
        (Plan(new KnapsackDesign { Maximum = 2 }), [], [Cast("city", "c1=1", "c2")]),
        (Plan(new SpendDesign { Share = new Rational(1, 10) }), [], [Cast("city", "c1", "c2")]),
        (Plan(new PointsDesign { Points = 10, MaximumPerProject = 5 }), [], [Cast("city", "c1=3", "c2=5")]),
        (Plan(new RankingDesign { Maximum = 3 }), [], [Cast("city", "c1=2", "c2=1")]),
        (Plan(new GradesDesign { Scale = ["poor", "good"] }), [], [Cast("city", "c1=0", "c2=1")]),
        (Plan(new ForAgainstDesign { MaximumFor = 2, MaximumAgainst = 2 }), [], [Cast("city", "c1=-1", "c2=1")]),
    ];

    public static IEnumerable<object[]> Commands => Taken.Index().SelectMany(moment => moment.Item.Commands.Index().Select(command => new object[] { moment.Index, command.Index }));

    [Fact]
    public void Commands_ThatAreBroken_AreOfEveryKind() => Assert.Equal(
        typeof(VotingCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).ToHashSet(),
        Taken.SelectMany(moment => moment.Commands).Select(command => command.GetType()).ToHashSet());

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_BrokenInAnyPlace_IsNotReadOrDecided(int moment, int command)
    {
        var (sheet, whole) = (Sheet(Taken[moment].Plan), Taken[moment].Commands[command]);
        var file = Taken[moment].Before.Aggregate(NewFile(), (before, next) => Done(sheet, before, next));
        var json = JsonSerializer.Serialize(whole, VotingJson.Default.VotingCommand);
        Assert.Equal(whole, Read(json));
        Assert.Empty(Codes(Polls.Decide(sheet, file, whole)));
        Assert.All(BrokenJson.Of(json), broken => Decide(sheet, file, broken.Json));
    }

    private static void Decide(VotingSheet sheet, VoterFile file, string json)
    {
        VotingCommand? command;
        try
        {
            command = Read(json);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return;
        }

        Assert.NotNull(command);
        var decision = Polls.Decide(sheet, file, command);
        Assert.All(decision.Refusals, refusal => Assert.NotEmpty(refusal.Message()));
        Assert.Equal(decision.File, VoterFileFormat.Read(file.Key, decision.File.Version, VoterFileFormat.WriteRegister(decision.File), VoterFileFormat.WriteBallots(decision.File)));
    }

    private static VotingCommand? Read(string json) => JsonSerializer.Deserialize(json, VotingJson.Default.VotingCommand);
}

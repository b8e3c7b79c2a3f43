using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.TestKit.Voting;

/// <summary>A vote to have files of: two areas with ten projects each, ballots may be revised.</summary>
internal static class KitVote
{
    internal static readonly Instant Noon = Instant.FromUtc(2026, 9, 10, 12, 0);

    private static readonly RollEntry Anybody = new();

    // A register with a counted ballot online and one on paper, two ticks and the counter-entry to one of them; and ballots with a notice, two entries of a card and a void card.
    private const string PaperRegister =
        "0202046e6f72640100ff0102030405060708090a0b0c0d0e8ee8e8ec9dcfc73f0108c3916f72642dc3893310ff0102030405060708090a0b0c0d0e8ee8e8ec9dcfc73f010a4b6172746520"
        + "c39f2f31000100000002075a656c7420d9a3028ee8e8ec9dcfc73f05636c65726b07636c65726b20320c4e616d656e737665747465728e888c89aad1c73f075a656c7420d9a30108c3916f"
        + "72642dc3898ee8e8ec9dcfc73f05636c65726b";

    private const string PaperBallots =
        "02020004060001010003040a0901046e6f72640101020270390270380203616e6e033ace53d3790d31b36a0768a9c576bcc7f4c75b95ef955598eacf2dd8290ebeae8ee8e8ec9dcfc73f02"
        + "02703100027032010503626f620c8ee8e8ec9dcfc73f00010a4b6172746520c39f2f32";

    /// <summary>The second area has a name that databases like to fold.</summary>
    internal static readonly ImmutableArray<string> Areas = ["nord", "Ñord-É"];

    internal static VotingSheet First { get; } = Sheet(Ballot());

    /// <summary>The second edition: the first project of each area left the ballot.</summary>
    internal static VotingSheet Second { get; } = Sheet(Ballot().Next(new BallotChange { Removed = ["p0", "p10"] }));

    /// <summary>A key that begins with some bytes.</summary>
    internal static VoterKey KeyFrom(params ReadOnlySpan<byte> first)
    {
        Span<byte> bytes = stackalloc byte[VoterKey.Size];
        bytes.Clear();
        first.CopyTo(bytes);
        return VoterKey.FromBytes(bytes);
    }

    /// <summary>A key of a number, spread over all keys.</summary>
    internal static VoterKey Key(int number) => VoterKey.FromBytes(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number)));

    /// <summary>The file of somebody who casts a first ballot for one project.</summary>
    internal static VoterFile Voted(VoterKey voter, int project = 1) => Vote(VoterFile.Of(voter), project);

    /// <summary>The file after one more ballot for one project.</summary>
    internal static VoterFile Vote(VoterFile file, int project) => Decide(First, file, Cast(project));

    internal static CastBallot Cast(params ReadOnlySpan<int> projects) => new()
    {
        Area = Areas[projects[0] / 10],
        Lines = [.. projects.ToArray().Select(project => new BallotLine { Project = $"p{project}" })],
    };

    internal static VoterFile Decide(VotingSheet sheet, VoterFile file, VotingCommand command)
    {
        var decision = VotingDecider.Decide(sheet, Anybody, file, command, Noon, RandomTrackers.Instance);
        return decision.IsAccepted ? decision.File : throw new InvalidOperationException(string.Join(' ', decision.Refusals));
    }

    /// <summary>A file with all that a file can have but a basket, step by step.</summary>
    internal static IReadOnlyList<VoterFile> Life(VoterKey voter)
    {
        var steps = new List<VoterFile>();
        var file = VoterFile.Of(voter);
        Step(First, Cast(0, 1, 2));
        Step(First, Cast(10));
        Step(First, new WithdrawBallot { Area = Areas[1] });
        steps.Add(file = VoterFileFormat.Read(voter, file.Version + 1, Convert.FromHexString(PaperRegister), Convert.FromHexString(PaperBallots)));
        steps.Add(file = VotingDecider.Release(file, Second));
        Step(Second, Cast(3));
        Step(Second, new VoidVoter { By = "officer", Reason = "case ٣", MayVoteAgain = true });
        Step(Second, Cast(4, 5));
        return steps;

        void Step(VotingSheet sheet, VotingCommand command) => steps.Add(file = Decide(sheet, file, command));
    }

    /// <summary>A file with something in the basket.</summary>
    internal static VoterFile WithBasket(VoterKey voter)
    {
        var sheet = Sheet(Ballot(), Submission.Basket);
        return Decide(sheet, VoterFile.Of(voter), new SaveBasket { Area = Areas[0], Lines = [new BallotLine { Project = "p7" }] });
    }

    private static VotingPlan Plan(Submission submission) => new()
    {
        Areas = [.. Areas.Select(area => new VotingArea { Id = area })],
        Design = new ApprovalDesign { Maximum = 10 },
        Access = AreaAccess.AllAreas,
        Submission = submission,
    };

    private static OfficialBallot Ballot() => new()
    {
        Edition = 1,
        Areas = Plan(default).Areas,
        Projects = [.. Enumerable.Range(0, 20).Select(i => new BallotProject { Id = $"p{i}", Area = Areas[i / 10], Cost = Money.Of(1, "EUR") })],
    };

    private static VotingSheet Sheet(OfficialBallot ballot, Submission submission = Submission.ReviseUntilClose) =>
        new(BoxUnderTest.City, Plan(submission), ballot, Areas.ToDictionary(area => area, _ => ImmutableArray.Create(new TimeWindow(Noon - Duration.FromDays(1), Noon + Duration.FromDays(1)))));
}

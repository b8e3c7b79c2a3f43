using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Amounts;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Receipts;

namespace CivicTech.Tests.Budgeting.Results;

/// <summary>A town that voted, short enough to be checked in the head.</summary>
internal sealed class Town
{
    internal static readonly Currency Euro = Currency.Of("EUR");

    internal static readonly RuleRegistry Rules = new(new BudgetingRules());

    private Town()
    {
    }

    internal required OfficialBallot Ballot { get; init; }

    internal required ImmutableArray<AreaTally> Tallies { get; init; }

    internal BoxContent Box => new()
    {
        Voters = Tallies.Sum(tally => tally.Numbers.Counted),
        Areas = [.. Tallies.Select(tally => tally.Numbers)],
        Ballots = BallotsDigest.Of(Tallies.Select(tally => tally.Profile)),
        Trackers = Digest.Of("trackers"u8),
    };

    /// <summary>Areas as <c>"north:100 city:-"</c>, projects as <c>"A/north:50+group B/city:2.50!"</c> (! is removed), ballots of an area as <c>"north 3*A,B"</c>.</summary>
    internal static Town Of(string areas, string projects, params string[] ballots)
    {
        var listed = Parts(projects).Select(Project).ToImmutableArray();
        ImmutableArray<VotingArea> all = [.. Parts(areas).Select(text => text.Split(':')).Select(text => new VotingArea { Id = text[0], Budget = text[1] == "-" ? null : Eur(text[1]) })];
        return new Town
        {
            Ballot = new OfficialBallot { Edition = 1, Areas = all, Projects = listed },
            Tallies = [.. all.Select(area => Tally(area.Id, listed, ballots))],
        };
    }

    internal CountInput Input(CountPlan? plan = null, LotReveal? lot = null) => new()
    {
        Plan = plan ?? new CountPlan(),
        Rules = Digest.Of("plan"u8),
        Ballot = Ballot,
        Box = Box,
        Tallies = Tallies,
        Lot = lot,
    };

    internal CycleResult Count(CountPlan? plan = null, LotReveal? lot = null) => CycleCount.Run(Input(plan, lot), Rules);

    internal static Money Eur(string amount) => Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), Euro);

    internal static Money Eur(int amount) => Money.Of(amount, Euro);

    /// <summary>What an area funds, in order.</summary>
    internal static string Funded(CycleResult result, string area) => string.Join(' ', In(result, area).Funded);

    internal static AreaResult In(CycleResult result, string area) => result.Areas.Single(one => one.Area == area);

    /// <summary>What became of a project: code and sentence.</summary>
    internal static string Fate(CycleResult result, string project) =>
        result.Areas.SelectMany(area => area.Projects).Where(one => one.Project == project).Select(one => $"{one.Fate}: {one.Why}").Single();

    private static AreaTally Tally(string area, ImmutableArray<BallotProject> projects, string[] ballots)
    {
        var candidates = new CandidateList(projects.Where(project => project.Area == area).Select(project => project.Id));
        var builder = new ApprovalProfileBuilder(candidates);
        foreach (var ballot in ballots.Where(ballot => ballot.StartsWith(area + " ", StringComparison.Ordinal)).Select(ballot => ballot[(area.Length + 1)..].Split('*')))
        {
            builder.Add(candidates.IndexesOf(ballot[^1].Split(',', StringSplitOptions.RemoveEmptyEntries)), ballot.Length == 1 ? 1 : long.Parse(ballot[0], CultureInfo.InvariantCulture));
        }

        var profile = builder.Build();
        return new AreaTally { Profile = profile, Numbers = Numbers(area, profile.Voters) };
    }

    internal static AreaCount Numbers(string area, long voters) => new() { Area = area, Cast = voters, Counted = voters, Voided = 0, Replaced = 0, Withdrawn = 0 };

    private static BallotProject Project(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var groups = text.TrimEnd('!')[(colon + 1)..].Split('+');
        return new BallotProject
        {
            Id = text[..slash],
            Area = text[(slash + 1)..colon],
            Cost = Eur(groups[0]),
            ExclusionGroups = [.. groups.Skip(1)],
            IsRemoved = text.EndsWith('!'),
        };
    }

    private static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

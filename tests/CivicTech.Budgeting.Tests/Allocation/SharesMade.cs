using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>A small election full of ties, with options of Equal Shares to go with it.</summary>
/// <param name="Raw">The election.</param>
/// <param name="Election">The same, built; in groups where endowments are given.</param>
/// <param name="Oracle">What the definition says.</param>
internal sealed record SharesMade(RawElection Raw, Election Election, EqualSharesOracle Oracle, EqualShares Options)
{
    /// <summary>The rule with a way to break ties.</summary>
    public EqualShares Rule(TieChain ties) => new()
    {
        Utility = Options.Utility,
        Endowments = Options.Endowments,
        AddOne = Options.AddOne,
        Completion = Options.Completion,
        Comparison = Options.Comparison,
        Ties = ties,
    };

    public string Set(IEnumerable<Project> funded) => string.Join(' ', funded.Select(project => Raw.Ids.Index().First(id => id.Item == project.Id).Index).Order());

    /// <summary>The n-th; the same every time.</summary>
    public static SharesMade Make(int n)
    {
        var random = new SplitMix64((ulong)n + 77_000_000);
        var utility = random.Pick([Utility.Cost, Utility.Cost, Utility.Cardinality, Utility.Effort, Utility.Points, Utility.Borda]);
        var kind = utility switch
        {
            Utility.Points => random.Pick([ProfileKind.Cardinal, ProfileKind.Ordinal]),
            Utility.Borda => ProfileKind.Ordinal,
            _ => random.Pick([ProfileKind.Approval, ProfileKind.Approval, ProfileKind.Cardinal, ProfileKind.Ordinal]),
        };
        var raw = MakeElection(kind, random);
        var isGiven = random.OneIn(3) && raw.MaxBallotLength is null && raw.DefaultScore.IsZero;
        var options = new EqualShares
        {
            Utility = utility,
            Endowments = isGiven ? Endowments.Given : Endowments.Equal,
            AddOne = random.OneIn(2) ? null : new()
            {
                Start = random.Pick([AddOneStart.Fractional, AddOneStart.Integral, AddOneStart.FractionalThenIntegral]),
                StopWhenExhaustive = random.OneIn(2),
                Increment = random.Pick([new Rational(1), new(1, 2), new(2, 3)]),
                OnOvershoot = random.OneIn(3) ? Overshoot.RoundsThatFit : Overshoot.StepBefore,
            },
            Completion = random.Pick([Completion.None, Completion.None, Completion.Utilitarian, Completion.Phragmen]),
            Comparison = random.Pick([GreedyComparison.None, GreedyComparison.None, GreedyComparison.Satisfaction, GreedyComparison.Exclusion]),
        };
        if (!isGiven)
        {
            return new SharesMade(raw, raw.Build(), new EqualSharesOracle(raw, options), options);
        }

        var each = raw.Budget / raw.Ballots.Sum(ballot => ballot.Weight);
        Rational[] endowments = [each, each / 2, 0];
        int[] groupOf = [.. raw.Ballots.Select(_ => random.Below(endowments.Length))];
        var election = new Election(raw.Budget, raw.Projects, [.. endowments.Select((endowment, group) =>
            new VoterGroup((raw with { Ballots = [.. raw.Ballots.Where((_, i) => groupOf[i] == group)] }).Build().Profile) { Endowment = endowment })]);
        return new SharesMade(
            raw,
            election,
            new EqualSharesOracle(raw, options, ballot => endowments[groupOf[ballot]]),
            options);
    }

    private static RawElection MakeElection(ProfileKind kind, SplitMix64 random)
    {
        Rational[] costs = random.OneIn(3) ? [2] : [0, 1, 2, 2, 3, new(5, 2), 4];
        var projects = Enumerable.Range(0, random.Between(3, 5))
            .Select(i => new Project($"p{i}", random.Pick(costs)) { IsWithdrawn = random.OneIn(12) })
            .ToArray();
        var ballots = Enumerable.Range(0, random.Between(1, 5)).Select(_ =>
        {
            var named = Enumerable.Range(0, projects.Length).Where(_ => random.OneIn(2)).ToList();
            random.Shuffle(named);
            return new RawBallot([.. named], [.. named.Select(_ => (long)random.Between(0, 2))], random.Between(1, 2));
        });
        return new RawElection(kind, random.Between(1, 9), projects, [.. ballots])
        {
            MaxBallotLength = kind == ProfileKind.Ordinal && random.OneIn(3) ? random.Between(1, 3) : null,
            DefaultScore = kind == ProfileKind.Cardinal && random.OneIn(3) ? new Rational(1, 2) : 0,
        };
    }
}

using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Numerics;
using Decided = CivicTech.Budgeting.Allocation.Allocation;

namespace CivicTech.Budgeting.Results;

/// <summary>The count of one area.</summary>
internal sealed class AreaCounting(
    VotingArea area,
    Money carriedIn,
    (RuleChoice Rule, ImmutableArray<string> Ties, long MinimumVotes, long Quorum) own,
    IAllocationRule rule,
    CancellationToken cancellationToken)
{
    internal const string Removed = "removed";

    private readonly Currency _currency = carriedIn.Currency;
    private readonly Dictionary<string, (string Code, string Why)> _barred = new(StringComparer.Ordinal);

    internal AreaResult Run(ImmutableArray<BallotProject> ballot, AreaTally tally, Exclusions exclusions)
    {
        ImmutableArray<BallotProject> listed = [.. ballot.Where(project => project.Area == area.Id)];
        var voted = Voted(listed, tally);
        var votes = Supporters.Of(tally.Profile);
        var votesOf = voted.Select((project, i) => (project.Id, Votes: votes[i])).ToDictionary(pair => pair.Id, pair => pair.Votes, StringComparer.Ordinal);
        var result = Empty(tally);
        if (tally.Numbers.Counted < own.Quorum)
        {
            foreach (var project in listed.Where(project => !BarRemoved(project)))
            {
                Bar(project.Id, "quorum-missed", $"{tally.Numbers.Counted} took part; at least {own.Quorum} were needed");
            }

            return result with { Outcome = AreaOutcome.QuorumMissed, Projects = [.. listed.Select(project => Outcome(project, votesOf, null))] };
        }

        foreach (var project in listed)
        {
            BarBeforehand(project, votesOf.GetValueOrDefault(project.Id), exclusions);
        }

        var decided = Decide(voted, tally, exclusions);
        var unspent = area.Budget is null ? Money.Zero(_currency) : MajorUnits.ToMoney(decided.Unspent, _currency);
        var zero = Money.Zero(_currency);
        return result with
        {
            Outcome = decided.Status == AllocationStatus.Decided ? AreaOutcome.Decided : AreaOutcome.OpenTie,
            Funded = [.. decided.Funded.Select(project => project.Id)],
            Cost = MajorUnits.ToMoney(decided.Cost, _currency),
            Unspent = Money.Max(unspent, zero),
            Beyond = Money.Max(-unspent, zero),
            Projects = [.. listed.Select(project => Outcome(project, votesOf, votesOf.ContainsKey(project.Id) ? decided[project.Id] : null))],
            Ties = [.. decided.Ties.Select(TieAccount.Of)],
            Notes = decided.Notes,
            Receipt = decided.Receipt.Digest,
        };
    }

    // The rule is applied until it funds nothing that excludes anything else that it funds; each time, one project more is out.
    private Decided Decide(ImmutableArray<BallotProject> voted, AreaTally tally, Exclusions exclusions)
    {
        for (var run = 1; ; run++)
        {
            var projects = voted.Select(project => new Project(project.Id, MajorUnits.Of(project.Cost)) { Categories = project.Theme is { } theme ? [theme] : [], IsWithdrawn = _barred.ContainsKey(project.Id) });
            var election = new Election(Limit(voted), projects, tally.Profile) { MaxBallotLength = tally.MaxBallotLength };
            var decided = rule.Allocate(election, new AllocationRequest { CancellationToken = cancellationToken });
            if (decided.Funded.FirstOrDefault(project => _barred.ContainsKey(project.Id)) is { } wrong)
            {
                throw new InvalidOperationException($"The rule '{rule.Id}' funded '{wrong.Id}' in area '{area.Id}', which is withdrawn: {_barred[wrong.Id].Why}.");
            }

            if (exclusions.Conflict(decided.Funded.Select(project => project.Id)) is not { } conflict)
            {
                return decided;
            }

            Bar(conflict.Project, "gave-way", $"gave way to {conflict.Winner} in run {run}: one of '{conflict.Group}' wins");
        }
    }

    // Where the number of winners is fixed, money keeps nobody out.
    private Rational Limit(ImmutableArray<BallotProject> voted) => area.Budget is { } budget
        ? MajorUnits.Of(budget + carriedIn)
        : voted.Aggregate(Rational.Zero, (sum, project) => sum + MajorUnits.Of(project.Cost));

    private void BarBeforehand(BallotProject project, long votes, Exclusions exclusions)
    {
        if (BarRemoved(project))
        {
            return;
        }

        if (votes < own.MinimumVotes)
        {
            Bar(project.Id, "below-minimum-votes", $"has {votes} votes; at least {own.MinimumVotes} were needed");
        }
        else if (exclusions.Elsewhere(project.Id) is { } other)
        {
            Bar(project.Id, "excluded-elsewhere", $"excluded by {other.Winner} of {other.Area}: one of '{other.Group}' wins");
        }
    }

    private bool BarRemoved(BallotProject project)
    {
        if (project.IsRemoved)
        {
            Bar(project.Id, Removed, $"left the ballot before the count");
        }

        return project.IsRemoved;
    }

    private void Bar(string project, string code, FormattableString why) => _barred[project] = (code, why.ToString(CultureInfo.InvariantCulture));

    private ProjectOutcome Outcome(BallotProject project, Dictionary<string, long> votes, ProjectResult? decided)
    {
        var (code, why) = _barred.TryGetValue(project.Id, out var barred) ? barred : (decided!.Fate.Code, decided.Fate.ToString()!);
        return new ProjectOutcome
        {
            Project = project.Id,
            Votes = votes.GetValueOrDefault(project.Id),
            Points = decided?.Points,
            Cost = project.Cost,
            IsFunded = decided is { Fate.IsFunded: true },
            Fate = code,
            Why = why,
        };
    }

    // Those that left the ballot may be among the candidates or not.
    private ImmutableArray<BallotProject> Voted(ImmutableArray<BallotProject> listed, AreaTally tally)
    {
        ImmutableArray<BallotProject> voted = [.. listed.Where(project => !project.IsRemoved || tally.Profile.Candidates.IndexOf(project.Id) >= 0)];
        return voted.Select(project => project.Id).SequenceEqual(tally.Profile.Candidates, StringComparer.Ordinal)
            ? voted
            : throw new ArgumentException($"The ballots of area '{area.Id}' are not about its projects in the order of the official ballot.", nameof(tally));
    }

    private AreaResult Empty(AreaTally tally)
    {
        var zero = Money.Zero(_currency);
        return new AreaResult
        {
            Area = area.Id,
            Outcome = AreaOutcome.Decided,
            Rule = rule.Id,
            Budget = area.Budget,
            CarriedIn = carriedIn,
            Numbers = tally.Numbers,
            Quorum = own.Quorum,
            Profile = tally.Profile.Digest,
            Funded = [],
            Cost = zero,
            Unspent = area.Budget + carriedIn ?? zero,
            Beyond = zero,
            Projects = [],
        };
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Budgeting.Voting.Counting;
using NodaTime;

namespace CivicTech.Budgeting.Results;

/// <summary>The ballots of a cycle as open data: one Pabulib file an area, with nothing in it about who voted or when.</summary>
/// <remarks>
/// Voters are numbered along the ballots in canonical order, so that a number says nothing but what the ballot itself says. An area with so few voters that a ballot might be known by who took part is left out, and the
/// descriptions of the others say so.
/// </remarks>
public sealed class PabulibExport
{
    private PabulibExport(ImmutableSortedDictionary<string, ImmutableArray<byte>> files, ImmutableSortedDictionary<string, string> leftOut)
    {
        Files = files;
        LeftOut = leftOut;
    }

    /// <summary>The files by area.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<byte>> Files { get; }

    /// <summary>The areas without a file, and why, each as the end of a sentence.</summary>
    public ImmutableSortedDictionary<string, string> LeftOut { get; }

    /// <summary>Makes the files.</summary>
    /// <param name="input">What was counted.</param>
    /// <param name="records">The result of each area, with what was decided otherwise.</param>
    /// <param name="facts">What the files state besides.</param>
    /// <exception cref="ArgumentException">An area has no tally or no result, or the format has no place for an id.</exception>
    public static PabulibExport Of(CountInput input, IEnumerable<AreaRecord> records, PabulibFacts facts)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(facts);
        var areas = records.Select(record => (Record: record, Tally: input.Tallies.FirstOrDefault(tally => tally.Numbers.Area == record.Counted.Area)
            ?? throw new ArgumentException($"Area '{record.Counted.Area}' has no tally.", nameof(input)))).ToArray();
        var least = input.Plan.SmallestGroup ?? CountPlan.DefaultSmallestGroup;
        var leftOut = areas
            .Select(area => (area.Record.Counted.Area, Why: WhyNot(area.Tally.Profile, least)))
            .Where(area => area.Why is not null)
            .ToImmutableSortedDictionary(area => area.Area, area => area.Why!, StringComparer.Ordinal);
        var description = leftOut.IsEmpty ? facts.Description : $"{facts.Description} Left out: {string.Join("; ", leftOut.Select(area => $"{area.Key} ({area.Value})"))}.";
        return new PabulibExport(
            areas.Where(area => !leftOut.ContainsKey(area.Record.Counted.Area)).ToImmutableSortedDictionary(
                area => area.Record.Counted.Area,
                area => PabulibDocument.From(ElectionOf(area.Record, area.Tally, input, facts with { Description = description })).ToBytes().ToImmutableArray(),
                StringComparer.Ordinal),
            leftOut);
    }

    private static string? WhyNot(Profile profile, int least) => profile switch
    {
        _ when profile.Voters < least => $"fewer than {least.ToString(CultureInfo.InvariantCulture)} voters",
        ApprovalProfile or OrdinalProfile or CardinalProfile => null,
        _ => $"the format has no place for {EnumNames.Of(profile.Kind)} ballots",
    };

    private static Election ElectionOf(AreaRecord record, AreaTally tally, CountInput input, PabulibFacts facts)
    {
        var budget = MajorUnits.Of(record.Counted.Available ?? record.Counted.Cost);
        var outcomes = record.Counted.Projects.ToDictionary(project => project.Project, StringComparer.Ordinal);
        var own = input.Plan.Of(record.Counted.Area);
        var themes = input.Ballot.Projects.ToDictionary(project => project.Id, project => project.Theme, StringComparer.Ordinal);
        var meta = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["description"] = facts.Description,
            ["country"] = facts.Country,
            ["unit"] = facts.Unit,
            ["subunit"] = record.Counted.Area,
            ["instance"] = facts.Instance,
            ["currency"] = record.Counted.Cost.Currency.Code,
            ["rule"] = RuleName(record.Counted.Rule),
            ["date_begin"] = Date(facts.DateBegin),
            ["date_end"] = Date(facts.DateEnd),
        };
        if (own.MinimumVotes > 0)
        {
            meta["min_project_score_threshold"] = own.MinimumVotes.ToString(CultureInfo.InvariantCulture);
        }

        return new Election(budget, tally.Profile.Candidates.Select(Describe), Canonical(tally.Profile)) { MaxBallotLength = tally.MaxBallotLength, Meta = meta.ToFrozenDictionary(StringComparer.Ordinal) };

        Project Describe(string id)
        {
            var outcome = outcomes[id];
            var isRemoved = outcome.Fate == AreaCounting.Removed && budget < Pabulib.WithdrawnCost;
            return new Project(id, isRemoved ? Pabulib.WithdrawnCost : MajorUnits.Of(outcome.Cost))
            {
                IsWithdrawn = isRemoved,
                Name = facts.Names?.Invoke(id) ?? "",

                // The format lists categories with commas between them.
                Categories = themes[id] is { } theme && !theme.Contains(',', StringComparison.Ordinal) ? [theme] : [],
                DeclaredVotes = outcome.Votes,
                DeclaredScore = outcome.Points,
                Selected = !record.Winners.Contains(id) ? 0 : outcome.IsFunded ? 1 : 2,
            };
        }
    }

    // Distinct ballots stand in a profile as they arrived; here they stand in an order that arrival does not change.
    private static Profile Canonical(Profile profile)
    {
        var order = CanonicalOrder.Of(profile.Columns, profile.Candidates.Count);
        switch (profile)
        {
            case OrdinalProfile ordinal:
                var rankings = new OrdinalProfileBuilder(profile.Candidates);
                Array.ForEach(order, ballot => rankings.Add(ordinal.CandidatesOf(ballot), ordinal.RanksOf(ballot), ordinal.WeightOf(ballot)));
                return rankings.Build();
            case CardinalProfile cardinal:
                var scores = new CardinalProfileBuilder(profile.Candidates, cardinal.Decimals);
                Array.ForEach(order, ballot => scores.Add(cardinal.CandidatesOf(ballot), cardinal.ScoresOf(ballot), cardinal.WeightOf(ballot)));
                return scores.Build();
            default:
                var approvals = new ApprovalProfileBuilder(profile.Candidates);
                Array.ForEach(order, ballot => approvals.Add(profile.CandidatesOf(ballot), profile.WeightOf(ballot)));
                return approvals.Build();
        }
    }

    // The format's own names where it has one.
    private static string RuleName(string rule) => rule switch
    {
        Greedy.RuleId => "greedy",
        EqualShares.RuleId => "equalshares",
        _ => rule,
    };

    private static string Date(LocalDate date) => date.WithCalendar(CalendarSystem.Iso).ToString("dd.MM.uuuu", CultureInfo.InvariantCulture);
}

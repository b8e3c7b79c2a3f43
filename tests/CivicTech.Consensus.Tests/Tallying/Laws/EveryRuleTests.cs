using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Consensus;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>What every rule that counts votes keeps, for one seat and for several: nobody's ballot and nobody's name counts for more.</summary>
public sealed class EveryRuleTests
{
    private const int Elections = 12;

    public static TheoryData<string> Rules => [.. EveryRule.Rows.Select(row => row.Name)];

    [Fact]
    public void Rows_RegisteredRules_AreAllThere()
    {
        var registered = new RuleRegistry(new ConsensusRules()).All.Where(rule => rule.RuleType.IsAssignableTo(typeof(ITallyRule))).Select(rule => rule.Id);

        Assert.Empty(registered.Except(EveryRule.Rows.Select(row => row.Rule.Id)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_BallotsShuffledAndRepeated_GivesTheSameReceipt(string rule) => ForAll(rule, (random, row, sheet, seats) =>
    {
        var single = sheet.Ballots.SelectMany(ballot => Enumerable.Repeat(ballot with { Weight = 1 }, ballot.Weight)).ToList();
        random.Shuffle(single);

        Assert.Equal(Receipt(row, sheet.ToProfile(row.Form), seats), Receipt(row, (sheet with { Ballots = single }).ToProfile(row.Form), seats));
    });

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_PartsMerged_GivesTheSameReceipt(string rule) => ForAll(rule, (random, row, sheet, seats) =>
    {
        var parts = sheet.Ballots.GroupBy(_ => random.Below(3)).Select(part => (sheet with { Ballots = [.. part] }).ToProfile(row.Form)).ToList();
        random.Shuffle(parts);

        Assert.Equal(Receipt(row, sheet.ToProfile(row.Form), seats), Receipt(row, Merge(parts), seats));
    });

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_CandidatesRenamedAndRelisted_RenamesTheResult(string rule) => ForAll(rule, (random, row, sheet, seats) =>
    {
        int[] order = [.. Enumerable.Range(0, sheet.Candidates)];
        random.Shuffle(order);
        int[] names = [.. Enumerable.Range(0, sheet.Candidates)];
        random.Shuffle(names);

        var one = row.Rule.Count(sheet.ToProfile(row.Form), seats);
        var other = row.Rule.Count(sheet.ToProfile(row.Form, order, candidate => Sheet.Name(names[candidate])), seats);

        Assert.Equal(one.IsComplete, other.IsComplete);
        Assert.Equal(Words(one.Outcomes, name => Sheet.Name(names[name[0] - 'A'])), Words(other.Outcomes, name => name));
        if (one.Ties.IsEmpty && other.Ties.IsEmpty)
        {
            // Those at one place are one group, whatever they are called.
            Assert.Equal(Groups(one, name => Sheet.Name(names[name[0] - 'A'])), Groups(other, name => name));
        }
    });

    private static string Receipt(LawfulRule row, Profile profile, int seats) => row.Rule.Count(profile, seats).Receipt.ToJson();

    private static IEnumerable<string> Words(IEnumerable<ImmutableArray<string>> outcomes, Func<string, string> name) =>
        outcomes.Select(outcome => string.Concat(outcome.Select(name).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Groups(TallyResult result, Func<string, string> name) =>
        result.Order.Select(group => string.Concat(group.Select(name).Order(StringComparer.Ordinal)));

    private static Profile Merge(List<Profile> parts)
    {
        var list = parts[0].Candidates;
        switch (parts[0])
        {
            case OrdinalProfile:
                var ordinal = new OrdinalProfileBuilder(list);
                parts.Cast<OrdinalProfile>().ToList().ForEach(ordinal.Add);
                return ordinal.Build();
            case ApprovalProfile:
                var approval = new ApprovalProfileBuilder(list);
                parts.Cast<ApprovalProfile>().ToList().ForEach(approval.Add);
                return approval.Build();
            case CardinalProfile:
                var cardinal = new CardinalProfileBuilder(list);
                parts.Cast<CardinalProfile>().ToList().ForEach(cardinal.Add);
                return cardinal.Build();
            default:
                var graded = new GradedProfileBuilder(list, ((GradedProfile)parts[0]).Scale);
                parts.Cast<GradedProfile>().ToList().ForEach(graded.Add);
                return graded.Build();
        }
    }

    private static void ForAll(string rule, Action<SplitMix64, LawfulRule, Sheet, int> law)
    {
        var row = EveryRule.Rows.Single(row => row.Name == rule);
        for (var n = 0UL; n < Elections; n++)
        {
            var random = new SplitMix64(n + 5150);

            // Instant runoff elects one, and says so.
            law(random, row, RandomSheets.MakeMessy(random, row.Form), row.Rule is InstantRunoff ? 1 : 1 + (int)(n % 3));
        }
    }
}

using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Formats;

/// <summary>The rule that a Pabulib file names in its META field <c>rule</c>, with the options that the rest of META gives it.</summary>
/// <remarks>
/// <para>Ballots with points or ranks are ordered by points, the others by votes; ties stand in file order;
/// <c>min_project_score_threshold</c> is a minimum whatever the rule; <c>budget_per_category</c> and <c>budget_per_neighborhood</c> bound groups.</para>
/// <list type="table">
/// <item><term>greedy, greedy-threshold</term><description>skips what does not fit</description></item>
/// <item><term>greedy-no-skip</term><description>stops at the first that does not fit; withdrawn projects do not stop it</description></item>
/// <item><term>greedy-custom</term><description>Poznan: as greedy-no-skip, but the first that does not fit is funded if 80 % of its cost is left</description></item>
/// <item><term>greedy-exclusive</term><description>as greedy; files do not name the projects that exclude each other</description></item>
/// <item><term>equalshares</term><description>Equal Shares with cost utilities: <see cref="EqualShares"/>; ties: cheaper, then more votes, then file order</description></item>
/// <item><term>equalshares/add1</term><description>with <see cref="EqualShares.PabulibChecker"/>'s Add1</description></item>
/// <item><term>…-comparison</term><description>then the comparison of satisfaction with funding by votes</description></item>
/// <item><term>unknown</term><description>as greedy</description></item>
/// </list>
/// </remarks>
public sealed class PabulibReplay
{
    private static readonly Rational PoznanShare = new(4, 5);

    private PabulibReplay(IAllocationRule rule, ImmutableArray<string> notes)
    {
        Rule = rule;
        Notes = notes;
    }

    /// <summary>The rule.</summary>
    public IAllocationRule Rule { get; }

    /// <summary>What had to be assumed, in sentences.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>Finds the rule of an election that was read from a file, counting its ballots; declared figures where it has no ballots.</summary>
    /// <param name="election">Its <see cref="Election.Meta"/> is what the file states.</param>
    /// <exception cref="NotSupportedException">This version has no rule of that name.</exception>
    /// <exception cref="FormatException">A number in META cannot be read.</exception>
    public static PabulibReplay Of(Election election)
    {
        ArgumentNullException.ThrowIfNull(election);
        var byVotes = election.Profile is ApprovalProfile;
        var declared = election.Profile.Voters == 0 && election.Projects.All(project => (byVotes ? project.DeclaredVotes : project.DeclaredScore) is not null);
        return Of(election, declared ? CountSource.Declared : CountSource.Ballots);
    }

    /// <summary>Finds the rule of an election that was read from a file.</summary>
    /// <param name="election">Its <see cref="Election.Meta"/> is what the file states.</param>
    /// <param name="counts">Whether votes and points are counted from the ballots or taken as declared.</param>
    /// <exception cref="NotSupportedException">This version has no rule of that name.</exception>
    /// <exception cref="FormatException">A number in META cannot be read.</exception>
    public static PabulibReplay Of(Election election, CountSource counts)
    {
        ArgumentNullException.ThrowIfNull(election);
        var name = Text(election, "rule") ?? "";
        var notes = ImmutableArray.CreateBuilder<string>();
        if (name.StartsWith("equalshares", StringComparison.Ordinal))
        {
            return OfEqualShares(name, election, counts, notes);
        }

        if (counts == CountSource.Declared)
        {
            notes.Add("Votes and points are those that the file declares; its ballots are not counted.");
        }

        var isCustom = name == "greedy-custom";
        var isPoznan = isCustom && Text(election, "unit") is ("Poznań" or "Poznan");
        switch (name)
        {
            case "greedy" or "greedy-threshold" or "greedy-no-skip":
                break;
            case "greedy-custom" when isPoznan:
                notes.Add("The file describes a rule of its own in words ('greedy-custom'); for Poznań this is stopping at the first project that does not fit, which is funded if 80 % of its cost is left.");
                break;
            case "greedy-custom":
                notes.Add("The file describes a rule of its own in words ('greedy-custom'); plain greedy is applied.");
                break;
            case "greedy-exclusive":
                notes.Add("The file does not say which projects exclude each other; greedy is applied without exclusions.");
                break;
            case "" or "unknown":
                notes.Add("The file does not name its rule; greedy is assumed.");
                break;
            default:
                throw new NotSupportedException($"The file names the rule '{name}', which this version does not have.");
        }

        var byScore = counts == CountSource.Declared
            ? election.Projects.All(project => project.DeclaredScore is not null) && election.Profile is not ApprovalProfile
            : election.Profile is not ApprovalProfile;
        var groups = Groups(election, notes);
        return new PabulibReplay(
            new Greedy
            {
                Order = byScore ? GreedyOrder.Points : GreedyOrder.Votes,
                MinimumScore = Text(election, "min_project_score_threshold") is { } threshold ? Rational.Parse(threshold) : null,
                Counts = counts,
                Limits = new FundingLimits
                {
                    OnMisfit = name == "greedy-no-skip" || isPoznan ? Misfit.Stop : Misfit.Skip,
                    OvershootFrom = isPoznan ? PoznanShare : null,
                    GroupBudgets = groups,
                    LeftoverIgnoresGroups = groups.Length > 0 && LeftoverFundsMore(election, notes),
                },
            },
            notes.ToImmutable());
    }

    private static PabulibReplay OfEqualShares(string name, Election election, CountSource counts, ImmutableArray<string>.Builder notes)
    {
        if (name is not ("equalshares" or "equalshares-comparison" or "equalshares/add1" or "equalshares/add1-comparison"))
        {
            throw new NotSupportedException($"The file names the rule '{name}', which this version does not have.");
        }

        if (counts == CountSource.Declared)
        {
            throw new NotSupportedException($"The rule '{name}' needs the ballots; declared figures do not do.");
        }

        if (Text(election, "min_project_score_threshold") is { } threshold)
        {
            notes.Add($"The minimum of {threshold} is not applied: Equal Shares has none.");
        }

        notes.Add("The file does not say how ties are broken: cheaper, then more votes, then file order is assumed.");
        return new PabulibReplay(
            new EqualShares
            {
                AddOne = name.Contains("add1", StringComparison.Ordinal) ? EqualShares.PabulibChecker.AddOne : null,
                Comparison = name.EndsWith("-comparison", StringComparison.Ordinal) ? GreedyComparison.Satisfaction : GreedyComparison.None,
                Ties = EqualShares.Wieliczka2023.Ties,
            },
            notes.ToImmutable());
    }

    private static ImmutableArray<GroupBudget> Groups(Election election, ImmutableArray<string>.Builder notes)
    {
        var groups = ImmutableArray.CreateBuilder<GroupBudget>();
        Add("categories", "budget_per_category", GroupBudget.Category);
        Add("neighborhoods", "budget_per_neighborhood", "neighborhood");
        return groups.ToImmutable();

        void Add(string names, string budgets, string by)
        {
            if (Text(election, budgets) is not { } amounts)
            {
                return;
            }

            var limits = amounts.Split(',');
            if (NamesFor(limits.Length, Text(election, names)) is { } known)
            {
                groups.Add(Bound(by, budgets, known, limits));
            }
            else
            {
                notes.Add($"The amounts of '{budgets}' cannot be matched with the names of '{names}'; groups are not bounded.");
            }
        }
    }

    // A name may hold a comma with a blank behind it ("Streets, Sidewalks & Transit").
    private static List<string>? NamesFor(int amounts, string? names) => names is null
        ? null
        : new[] { [.. names.Split(',')], PabulibProjects.SplitAtTightCommas(names) }.FirstOrDefault(parts => parts.Count == amounts);

    private static GroupBudget Bound(string by, string key, List<string> names, string[] amounts)
    {
        var limits = new Dictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var (name, amount) in names.Zip(amounts))
        {
            var limit = Rational.Parse(amount.Trim());
            if (limit < 0 || !limits.TryAdd(name.Trim(), limit))
            {
                throw new FormatException($"'{key}' has a negative amount for '{name.Trim()}', or a second one.");
            }
        }

        return new GroupBudget(by, limits);
    }

    private static bool LeftoverFundsMore(Election election, ImmutableArray<string>.Builder notes)
    {
        if (Text(election, "leftover_budget") is not { } leftover)
        {
            return false;
        }

        if (leftover.StartsWith("Fund additional projects", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        notes.Add($"What the file does with money left over is not applied: '{leftover}'.");
        return false;
    }

    private static string? Text(Election election, string key) =>
        election.Meta.TryGetValue(key, out var value) && value.Length > 0 && value != "None" ? value.Trim() : null;
}

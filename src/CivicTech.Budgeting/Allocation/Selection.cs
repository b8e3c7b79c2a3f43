using System.Collections.Immutable;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>One way through a rule that funds projects one after the other.</summary>
/// <param name="Funded">Indexes of the funded projects in the order of funding.</param>
/// <param name="Ties">Every tie that was met on this way.</param>
/// <param name="Explain">What became of every project; asked for at most once, and only for the way that is reported.</param>
internal sealed record Selection(IReadOnlyList<int> Funded, IReadOnlyList<MetTie> Ties, Func<SelectionAccount> Explain);

/// <summary>What a rule tells about one way through it.</summary>
/// <param name="Fates">For each project.</param>
/// <param name="Support">For each project that is not funded, in rules that give voters money; null in other rules.</param>
/// <param name="Trace">Every round, if it was asked for.</param>
/// <param name="Notes">What else is to be known, in sentences.</param>
internal sealed record SelectionAccount(
    Fate[] Fates, SupportMoney?[]? Support, ImmutableArray<AllocationRound> Trace, params ImmutableArray<string> Notes);

using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>One round of a trace: a project was considered.</summary>
public sealed class AllocationRound
{
    internal AllocationRound(
        int number, Project project, Rational leftBefore, Rational leftAfter, Fate fate, Purchase? purchase = null, Rational? highestLoad = null)
    {
        Number = number;
        Project = project;
        LeftBefore = leftBefore;
        LeftAfter = leftAfter;
        Fate = fate;
        Purchase = purchase;
        HighestLoad = highestLoad;
    }

    /// <summary>Counted from 1.</summary>
    public int Number { get; }

    /// <summary>The project that was considered.</summary>
    public Project Project { get; }

    /// <summary>The money left before.</summary>
    public Rational LeftBefore { get; }

    /// <summary>The money left after.</summary>
    public Rational LeftAfter { get; }

    /// <summary>What was decided.</summary>
    public Fate Fate { get; }

    /// <summary>In rules that give voters money: how the supporters paid. Null in other rules and where nothing was paid.</summary>
    public Purchase? Purchase { get; }

    /// <summary>
    /// In rules that share the costs of all funded projects anew in every round: what the most loaded voter carries once this one is among
    /// them. Null in other rules.
    /// </summary>
    public Rational? HighestLoad { get; }

    /// <summary>The round as a sentence.</summary>
    public override string ToString()
    {
        var load = HighestLoad is null ? "" : Fate.IsFunded ? $" Nobody has to carry more than {ShortAmount.Of(HighestLoad.Value)}." : $" With it somebody would have to carry {ShortAmount.Of(HighestLoad.Value)}.";
        return $"Round {Number}: {Project.Id} costs {Project.Cost}, {LeftBefore} is left: {Fate}.{(Purchase is null ? "" : $" {Purchase}")}{load}";
    }
}

using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What a project had, and what became of it.</summary>
public sealed class ProjectResult
{
    internal ProjectResult(Project project, Rational votes, Rational? points, Fate fate, SupportMoney? support = null)
    {
        Project = project;
        Votes = votes;
        Points = points;
        Fate = fate;
        Support = support;
    }

    /// <summary>The project.</summary>
    public Project Project { get; }

    /// <summary>How many voters name it, by the counts that the rule used.</summary>
    public Rational Votes { get; }

    /// <summary>Its points, where ballots (or the declared figures, if the rule used them) carry points.</summary>
    public Rational? Points { get; }

    /// <summary>What became of it, and why.</summary>
    public Fate Fate { get; }

    /// <summary>
    /// In rules that give voters money: what the supporters of a project that is not funded had and lacked. Null for funded projects and
    /// other rules.
    /// </summary>
    public SupportMoney? Support { get; }

    /// <summary>The project and its fate as a sentence.</summary>
    public override string ToString() => $"{Project.Id}: {Fate}.";
}

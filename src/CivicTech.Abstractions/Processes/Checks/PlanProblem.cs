namespace CivicTech.Processes.Checks;

/// <summary>What is wrong with a plan, or a section of it: where, and what was expected there.</summary>
internal readonly record struct PlanProblem(string Field, string Expected)
{
    /// <summary>The same, seen from the plan that has the section.</summary>
    internal PlanProblem In(string section) => this with { Field = $"{section}.{Field}" };

    public override string ToString() => $"{Field}: {Expected}";
}

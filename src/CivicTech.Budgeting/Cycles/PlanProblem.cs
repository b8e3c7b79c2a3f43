namespace CivicTech.Budgeting.Cycles;

/// <summary>What is wrong with a plan: where, and what was expected.</summary>
internal readonly record struct PlanProblem(string Field, string Expected);

namespace CivicTech.Budgeting.Loads;

/// <summary>A purchase in a book of loads.</summary>
/// <param name="Project">What was bought.</param>
/// <param name="PaidLast">For each earlier purchase, how many of the supporters paid for it last.</param>
/// <param name="PaidNever">How many of the supporters had paid for nothing before.</param>
internal sealed record LoadsEntry(int Project, long[] PaidLast, long PaidNever);

using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Formats;

namespace Tally;

/// <summary>One election, tallied.</summary>
public sealed record TallyResult(
    string Source,
    PabulibReading Reading,
    Allocation Allocation,
    IReadOnlyList<string> Notes,
    OfficialOutcome? Official);

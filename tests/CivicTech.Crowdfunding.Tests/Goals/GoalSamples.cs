using CivicTech.Amounts;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Goals;

/// <summary>Amounts and ends that tests of goals speak of.</summary>
internal static class GoalSamples
{
    internal static RoundEnd End { get; } = new FixedEnd(Deadline.EndOf(new LocalDate(2026, 5, 25), "Europe/Paris"));

    internal static Money Euro(decimal amount) => Money.Of(amount, "EUR");

    internal static GoalTotals Totals(decimal counted, int people = 1, decimal conditional = 0, decimal pending = 0, int pendingPeople = 0) =>
        new(Euro(counted), people) { Conditional = Euro(conditional), Pending = Euro(pending), PendingPeople = pendingPeople };
}

using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using CivicTech.Processes;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>A decision about a cycle in the making.</summary>
internal sealed class CycleTurn(CycleState state, Instant now)
{
    private static readonly CycleCalendar NoCalendar = new() { Stages = [] };

    private readonly Turn<CycleState, CycleEvent> _turn = new(state, CycleFold.Evolve);

    internal Instant Now => now;

    internal CycleState State => _turn.State;

    internal CycleHead Head => _turn.State.Head;

    internal CyclePlan Plan => _turn.State.Plan;

    /// <summary>The calendar; of a cycle that is not planned yet, an empty one.</summary>
    internal CycleCalendar Calendar => Head.Calendar ?? NoCalendar;

    internal bool IsRefused => _turn.IsRefused;

    internal void Apply(CycleEvent happened) => _turn.Apply(happened);

    internal void Refuse(Refusal refusal) => _turn.Refuse(refusal);

    internal bool Require(bool holds, Func<Refusal> refusal) => _turn.Require(holds, refusal);

    internal Decision<CycleState, CycleEvent> Decide() => _turn.Decide();

    /// <summary>That an id or a reference is such a text as every store keeps.</summary>
    internal bool RequireText(string field, string? value) =>
        Require(ProcessName.IsValid(value, ProcessName.LongestId), () => CycleRefusals.BadReference.With(("field", field)));

    /// <summary>That an id can be part of the name of a document.</summary>
    internal bool RequireId(string field, string? value) =>
        Require(CycleId.IsValid(value), () => CycleRefusals.BadId.With(("field", field), ("most", CycleId.MaxLengthText)));

    /// <summary>That an amount is in the currency of the cycle, and not negative.</summary>
    internal bool RequireAmount(string field, Money amount) =>
        Require(amount.Currency == Plan.Currency, () => CycleRefusals.OtherCurrency.With(("field", field), ("amount", amount.ToString()), ("currency", Plan.Currency.ToString())))
        && Require(!amount.IsNegative, () => CycleRefusals.NegativeAmount.With(("field", field), ("amount", amount.ToString())));

    /// <summary>That the calendar permits an activity now, in one of the roles of the person.</summary>
    /// <param name="activity">What.</param>
    /// <param name="command">Who asks, in which role.</param>
    /// <param name="area">In which area; null for what is about none.</param>
    /// <param name="isAuthor">Whether the person is an author of the proposal in question, and so has that role too.</param>
    internal bool RequirePermission(Activity activity, CycleCommand command, string? area, bool isAuthor = false) => RequirePermission(activity, command.Role, area, isAuthor);

    /// <summary>That the calendar permits an activity now to a role, or to an author where the person is one.</summary>
    internal bool RequirePermission(Activity activity, string asked, string? area, bool isAuthor)
    {
        // Who is an author the cycle knows: it is nothing that a host can vouch for.
        string[] roles = [.. new[] { asked }.Where(role => role != CycleRoles.Author), .. isAuthor ? new[] { CycleRoles.Author } : []];
        if (roles.Any(role => Calendar.Permits(activity, role, area, now)))
        {
            return true;
        }

        var next = roles.Select(role => Calendar.NextStart(activity, role, area, now)).Min();
        var data = new[] { ("activity", EnumNames.Of(activity)), ("role", asked) };
        Refuse(
            next is { } start ? CycleRefusals.NotNow.With([.. data, ("next", InstantText.Of(start))])
            : roles.Any(role => Calendar.WindowsOf(activity, role, area).Any()) ? CycleRefusals.NotAnyMore.With(data)
            : CycleRefusals.NotForRole.With(data));
        return false;
    }

    /// <summary>Has somebody told something; the key says what about, so that nobody is told twice.</summary>
    internal void Tell(NoticeKind notice, Audience audience, string about, string? subject = null, string? detail = null) =>
        Request($"{EnumNames.Of(audience)}/{about}", new NoticeEffect { Notice = notice, Audience = audience, Subject = subject, Detail = detail });

    internal void Request(string key, CycleEffect effect) =>
        Apply(new EffectRequested { Effect = new PendingEffect<CycleEffect> { Key = key, Effect = effect, Due = now } });
}

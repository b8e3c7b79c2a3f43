using CivicTech.Processes;
using CivicTech.Processes.Checks;
using CivicTech.Time;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Checks that many commands share.</summary>
internal static class References
{
    internal static bool Require(CampaignTurn turn, string field, string? value) =>
        turn.Require(ProcessName.IsValid(value, ProcessName.LongestId), () => CampaignRefusals.BadReference.With(("field", field)));

    /// <summary>Of what may be left out.</summary>
    internal static bool RequireIfGiven(CampaignTurn turn, string field, string? value) => value is null || Require(turn, field, value);

    /// <summary>That the running round is not over; its end may have passed while pledges of the round before are still gone through.</summary>
    internal static bool RequireOpen(CampaignTurn turn) => turn.Require(
        turn.Head.RoundEndsAt is not { } end || turn.Now < end,
        () => CampaignRefusals.AfterDeadline.With(("deadline", InstantText.Of(turn.Head.RoundEndsAt!.Value)), ("stage", EnumNames.Of(turn.Head.Stage))));

    /// <summary>That a value is one of its enumeration: JSON has names only, code can cast any number.</summary>
    internal static bool RequireDefined<T>(CampaignTurn turn, string field, T value)
        where T : struct, Enum
    {
        var problems = new PlanProblems();
        problems.Defined(field, value);
        return turn.Require(problems.Count == 0, () => CampaignRefusals.PlanInvalid.With(("field", field), ("expected", problems[0].Expected)));
    }

    internal static Refusal OtherCurrency(CampaignTurn turn, Money amount) =>
        CampaignRefusals.OtherCurrency.With(("amount", amount.ToString()), ("currency", turn.Plan.Currency.ToString()));

    internal static bool RequireAmount(CampaignTurn turn, Money amount) =>
        turn.Require(amount.Currency == turn.Plan.Currency, () => OtherCurrency(turn, amount))
        && turn.Require(amount.IsPositive, () => CampaignRefusals.NotPositive.With(("amount", amount.ToString())));
}

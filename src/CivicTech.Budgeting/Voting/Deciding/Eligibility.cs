using System.Globalization;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>Who votes.</summary>
internal static class Eligibility
{
    internal static void Check(VoterTurn turn)
    {
        var rule = turn.Sheet.Plan.Voters;
        switch (turn.Voter)
        {
            case null:
                turn.Refuse(VotingRefusals.NotOnRoll.With());
                return;
            case { Status: RollStatus.Unverified }:
                turn.Refuse(VotingRefusals.NotVerified.With());
                break;
            case { Status: RollStatus.StruckOff } struck:
                turn.Refuse(VotingRefusals.StruckOff.With(("reference", struck.Reference ?? "")));
                break;
        }

        if (rule.AgeAsOf is { } day)
        {
            CheckAge(turn, rule, day);
        }

        if (rule.ResidenceAsOf is { } residence && !LivesAnywhere(turn, residence))
        {
            turn.Refuse(VotingRefusals.NotResident.With(("date", Text(residence))));
        }

        if (VoidedBy(turn.File) is { } entry)
        {
            turn.Refuse(VotingRefusals.VoterVoid.With(("reason", entry.Reason)));
        }
    }

    internal static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day.WithCalendar(CalendarSystem.Iso));

    /// <summary>Why nothing more is taken of a voter; null when the voter may vote.</summary>
    internal static VoidEntry? VoidedBy(VoterFile file)
    {
        foreach (var entry in file.Voids)
        {
            if (!entry.MayVoteAgain)
            {
                return entry;
            }
        }

        return null;
    }

    private static void CheckAge(VoterTurn turn, VoterRule rule, LocalDate day)
    {
        // Who is not born yet has no age: registers write days such as 9999-12-31, beyond which there is no year, where they know none.
        var today = day.WithCalendar(CalendarSystem.Iso);
        var born = turn.Voter!.Born?.WithCalendar(CalendarSystem.Iso) is { } birth && birth <= today ? birth : (LocalDate?)null;
        if (rule.MinimumAge is { } least && (born is not { } youngest || youngest.PlusYears(least) > today))
        {
            turn.Refuse(VotingRefusals.TooYoung.With(("minimum", least.ToString(CultureInfo.InvariantCulture)), ("date", Text(day))));
        }

        if (rule.MaximumAge is { } most && (born is not { } oldest || oldest.PlusYears(most + 1) <= today))
        {
            turn.Refuse(VotingRefusals.TooOld.With(("maximum", most.ToString(CultureInfo.InvariantCulture)), ("date", Text(day))));
        }
    }

    private static bool LivesAnywhere(VoterTurn turn, LocalDate day)
    {
        foreach (var residence in turn.Voter!.Residences)
        {
            if (residence.Holds(day) && turn.Sheet.Find(residence.Area) is not null)
            {
                return true;
            }
        }

        return false;
    }
}

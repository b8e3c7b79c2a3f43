using CivicTech.Budgeting.Voting.Refusals;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>When votes are taken: from the opening, before the closing.</summary>
internal static class VoteTime
{
    internal static void Check(VoterTurn turn, AreaSheet area)
    {
        if (area.IsOpen(turn.Now))
        {
            return;
        }

        if (area.NextOpening(turn.Now) is { } opens)
        {
            turn.Refuse(VotingRefusals.NotYetOpen.With(("area", area.Id), ("opens", Text(opens))));
        }
        else if (area.Windows.IsEmpty)
        {
            turn.Refuse(VotingRefusals.NotOpened.With());
        }
        else
        {
            turn.Refuse(VotingRefusals.Closed.With(("area", area.Id), ("closed", Text(area.Windows[^1].End))));
        }
    }

    internal static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}

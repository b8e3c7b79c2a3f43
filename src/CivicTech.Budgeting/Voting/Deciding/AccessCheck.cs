using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>In which areas a voter votes.</summary>
internal static class AccessCheck
{
    /// <summary>Says why this voter does not vote in an area.</summary>
    /// <param name="turn">The decision.</param>
    /// <param name="area">The area.</param>
    /// <param name="withBaskets">Whether what waits in the basket takes an area too.</param>
    internal static void Check(VoterTurn turn, AreaSheet area, bool withBaskets)
    {
        if (area.Area.IsWholeCity && turn.Sheet.Plan.Access is AreaAccess.OwnAndWholeCity or AreaAccess.OwnAndOneOther)
        {
            return;
        }

        switch (turn.Sheet.Plan.Access)
        {
            case AreaAccess.OwnAndWholeCity when turn.Voter is not null && !IsOwn(turn, area.Id):
                turn.Refuse(VotingRefusals.NotYourArea.With(("area", area.Id), ("date", Eligibility.Text(turn.Sheet.Plan.Voters.ResidenceAsOf!.Value))));
                break;
            case AreaAccess.OneArea when Taken(turn, area, withBaskets, static (_, _, _) => true) is { } other:
                turn.Refuse(VotingRefusals.OneAreaOnly.With(("area", area.Id), ("other", other.Id)));
                break;
            case AreaAccess.OnePerGroup when area.Area.Group is { } group && Taken(turn, area, withBaskets, static (_, area, other) => area.Area.Group == other.Area.Group) is { } other:
                turn.Refuse(VotingRefusals.OneAreaOfGroup.With(("area", area.Id), ("other", other.Id), ("group", group)));
                break;
            case AreaAccess.OwnAndOneOther when turn.Voter is not null && !IsOwn(turn, area.Id) && Taken(turn, area, withBaskets, static (turn, _, other) => !other.Area.IsWholeCity && !IsOwn(turn, other.Id)) is { } other:
                turn.Refuse(VotingRefusals.OneOtherArea.With(("area", area.Id), ("other", other.Id)));
                break;
        }
    }

    // Another area of some kind that the voter has chosen.
    private static AreaSheet? Taken(VoterTurn turn, AreaSheet area, bool withBaskets, Func<VoterTurn, AreaSheet, AreaSheet, bool> isOfKind)
    {
        foreach (var file in turn.File.Areas)
        {
            if (file.Area != area.Id && (file.IsCounted || file.IsVoid || (withBaskets && file.Basket is not null)) && turn.Sheet.Find(file.Area) is { } other && isOfKind(turn, area, other))
            {
                return other;
            }
        }

        foreach (var tick in turn.File.Ticks)
        {
            if (tick.Stands && tick.Area is { } at && at != area.Id && turn.Sheet.Find(at) is { } other && isOfKind(turn, area, other))
            {
                return other;
            }
        }

        return null;
    }

    private static bool IsOwn(VoterTurn turn, string area)
    {
        var day = turn.Sheet.Plan.Voters.ResidenceAsOf!.Value;
        foreach (var residence in turn.Voter!.Residences)
        {
            if (residence.Area == area && residence.Holds(day))
            {
                return true;
            }
        }

        return false;
    }
}

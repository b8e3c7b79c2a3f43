using System.Globalization;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>The limit over all areas together.</summary>
internal static class CombinedLimit
{
    /// <summary>Says when all ballots of a voter, and what waits in the basket, name too many projects.</summary>
    /// <param name="turn">The decision.</param>
    /// <param name="area">The area whose ballot changes; null when none does.</param>
    /// <param name="count">How many projects it names then.</param>
    /// <param name="withBaskets">Whether what waits in the basket counts too.</param>
    internal static void Check(VoterTurn turn, string? area, int count, bool withBaskets)
    {
        if (turn.Sheet.Plan.CombinedMaximum is not { } most)
        {
            return;
        }

        foreach (var file in turn.File.Areas)
        {
            if (file.Area != area)
            {
                count += withBaskets && file.Basket is { } basket ? basket.Content.Count : file.Content.Count;
            }
        }

        if (count > most)
        {
            turn.Refuse(VotingRefusals.TooManyAltogether.With(("most", Number(most)), ("count", Number(count))));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

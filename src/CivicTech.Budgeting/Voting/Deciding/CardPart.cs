using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What a card says about one area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Lines">The lines that count.</param>
/// <param name="Gone">Projects that it names too, and that have left the ballot.</param>
internal readonly record struct CardPart(AreaSheet Area, ImmutableArray<BallotLine> Lines, ImmutableArray<BallotProject> Gone)
{
    /// <summary>Whether nothing is left of it: whoever had chosen something did not mean a blank ballot.</summary>
    internal bool IsReleased => Lines.IsEmpty && !Gone.IsEmpty;
}

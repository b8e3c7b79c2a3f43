using CivicTech.Budgeting.Voting.Designs;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>What a voter chose in an area and did not submit yet.</summary>
/// <param name="Content">Not blank.</param>
/// <param name="Edition">The edition of the official ballot that the voter saw.</param>
internal sealed record BasketPart(BallotContent Content, int Edition);

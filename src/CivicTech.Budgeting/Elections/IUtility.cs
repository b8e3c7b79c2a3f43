using CivicTech.Numerics;

namespace CivicTech.Budgeting.Elections;

/// <summary>A host's own answer to what a funded project is worth to a voter.</summary>
/// <remarks>
/// Immutable and pure, as every rule. It is added with <see cref="CivicTechBuilder.AddRule"/> under an id <c>OWNER/NAME@VERSION</c>, so that
/// receipts can name it and anyone who knows it can recompute them.
/// </remarks>
public interface IUtility : IRule
{
    /// <summary>What a project is worth to one voter who cast a ballot: zero or more; zero is no support. Only asked for projects that the ballot names.</summary>
    /// <param name="election">The election.</param>
    /// <param name="ballot">The number of the ballot in <paramref name="profile"/>.</param>
    /// <param name="profile">The profile of the election, or of one of its voter groups.</param>
    /// <param name="project">The index of the project.</param>
    Rational UtilityOf(Election election, CivicTech.Ballots.Profile profile, int ballot, int project);
}

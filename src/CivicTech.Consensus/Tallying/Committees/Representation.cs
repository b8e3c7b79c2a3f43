using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Exact checks of whether a committee, however it was elected, represents groups of like-minded voters.</summary>
/// <remarks>
/// <para>JR and EJR+ take O(e k) for e approvals on distinct ballots and k members. PJR and EJR are coNP-complete: the check looks at every
/// set of candidates that enough voters approve of in common, and gives up after ten million of them.</para>
/// <para>Sources: H. Aziz, M. Brill, V. Conitzer, E. Elkind, R. Freeman, T. Walsh, Justified Representation in Approval-Based Committee
/// Voting (Social Choice and Welfare 48, 2017); L. Sánchez-Fernández et al., Proportional Justified Representation (AAAI 2017); M. Brill,
/// J. Peters, Robust and Verifiable Proportionality Axioms for Multiwinner Voting (EC 2023).</para>
/// </remarks>
public static class Representation
{
    private const int WorkLimit = 10_000_000;

    /// <summary>Whether the committee satisfies justified representation.</summary>
    /// <inheritdoc cref="FindGap" path="/param|/exception"/>
    public static bool SatisfiesJr(ApprovalProfile profile, params IReadOnlyCollection<string> committee) =>
        FindGap(RepresentationLaw.Justified, profile, committee) is null;

    /// <summary>Whether the committee satisfies proportional justified representation.</summary>
    /// <inheritdoc cref="FindGap" path="/param|/exception"/>
    public static bool SatisfiesPjr(ApprovalProfile profile, params IReadOnlyCollection<string> committee) =>
        FindGap(RepresentationLaw.Proportional, profile, committee) is null;

    /// <summary>Whether the committee satisfies extended justified representation.</summary>
    /// <inheritdoc cref="FindGap" path="/param|/exception"/>
    public static bool SatisfiesEjr(ApprovalProfile profile, params IReadOnlyCollection<string> committee) =>
        FindGap(RepresentationLaw.Extended, profile, committee) is null;

    /// <summary>Whether the committee satisfies EJR+.</summary>
    /// <inheritdoc cref="FindGap" path="/param|/exception"/>
    public static bool SatisfiesEjrPlus(ApprovalProfile profile, params IReadOnlyCollection<string> committee) =>
        FindGap(RepresentationLaw.ExtendedPlus, profile, committee) is null;

    /// <summary>A group that the committee leaves short, one with the smallest claim; null when the law is satisfied.</summary>
    /// <param name="law">What groups can claim.</param>
    /// <param name="profile">The ballots.</param>
    /// <param name="committee">The identifiers of its members, each once: at least one.</param>
    /// <exception cref="ArgumentException">There is no member, one is not in the list of candidates, or is named twice.</exception>
    /// <exception cref="InvalidOperationException">PJR or EJR could not be decided with ten million sets of candidates.</exception>
    public static RepresentationGap? FindGap(RepresentationLaw law, ApprovalProfile profile, params IReadOnlyCollection<string> committee)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(committee);
        var members = profile.Candidates.IndexesOf(committee);
        if (members.Length == 0 || members.Distinct().Count() != members.Length)
        {
            throw new ArgumentException("A committee has at least one member, and each once.", nameof(committee));
        }

        return law switch
        {
            RepresentationLaw.Justified => CommonCandidate.FindGap(profile, members, mostClaimed: 1),
            RepresentationLaw.ExtendedPlus => CommonCandidate.FindGap(profile, members, mostClaimed: members.Length),
            RepresentationLaw.Extended => new CommonCandidates(profile, members, WorkLimit).FindGap(together: false),
            RepresentationLaw.Proportional => new CommonCandidates(profile, members, WorkLimit).FindGap(together: true),
            _ => throw new ArgumentOutOfRangeException(nameof(law), law, "There is no such law."),
        };
    }
}

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>
/// What groups of like-minded voters can claim of a committee of k members that n voters elect. A group of at least l n / k voters is large
/// enough for l members.
/// </summary>
public enum RepresentationLaw
{
    /// <summary>
    /// Justified representation (JR): of a group that is large enough for one member and has a common candidate, somebody approves of a
    /// member.
    /// </summary>
    Justified,

    /// <summary>
    /// Proportional justified representation (PJR): of a group that is large enough for l members and has l common candidates, the voters
    /// together approve of at least l members.
    /// </summary>
    Proportional,

    /// <summary>
    /// Extended justified representation (EJR): of a group that is large enough for l members and has l common candidates, somebody approves
    /// of at least l members.
    /// </summary>
    Extended,

    /// <summary>
    /// EJR+: of a group that is large enough for l members and has a common candidate who is no member, somebody approves of at least l
    /// members. It implies all others.
    /// </summary>
    ExtendedPlus,
}

using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Elections;

/// <summary>A part of the electorate that starts with amounts of its own.</summary>
/// <remarks>Immutable. The groups of an election together are its voters: see <see cref="Election(Rational, IEnumerable{Project}, IReadOnlyList{VoterGroup})"/>.</remarks>
public sealed class VoterGroup
{
    /// <summary>Makes a group.</summary>
    /// <param name="profile">The ballots of its voters.</param>
    public VoterGroup(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Profile = profile;
    }

    /// <summary>The ballots of its voters.</summary>
    public Profile Profile { get; }

    /// <summary>What each voter of the group may spend in a rule that gives voters money; zero or more, in the election's own unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The endowment is negative.</exception>
    public Rational Endowment
    {
        get;
        init => field = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Endowment), value, "The endowment of a voter is zero or more.");
    }

    /// <summary>
    /// What each voter of the group already carries in a rule that shares loads among voters, in the election's own unit of money; a
    /// negative load is money saved up.
    /// </summary>
    public Rational InitialLoad { get; init; }
}

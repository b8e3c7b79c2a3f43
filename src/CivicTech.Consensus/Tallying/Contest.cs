using System.Collections.Immutable;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying;

/// <summary>What is decided in one election: the ballots, how many are to be elected, and what some entries of the list mean.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Contest
{
    private readonly Lazy<Profile> _standing;

    /// <summary>A contest for one seat.</summary>
    /// <param name="profile">The ballots.</param>
    public Contest(Profile profile)
        : this(profile, 1)
    {
    }

    /// <summary>A contest for some seats.</summary>
    /// <param name="profile">The ballots.</param>
    /// <param name="seats">How many are to be elected: at least 1. Rules that elect whoever reaches a share do not look at it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no seat.</exception>
    public Contest(Profile profile, int seats)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        Profile = profile;
        Seats = seats;
        _standing = new Lazy<Profile>(() => StandingProfile.Of(this));
    }

    /// <summary>The ballots, over all entries of the list.</summary>
    public Profile Profile { get; }

    /// <summary>The list that ballots name entries of, in listed order.</summary>
    public CandidateList Candidates => Profile.Candidates;

    /// <summary>How many are to be elected.</summary>
    public int Seats { get; }

    /// <summary>What the contest is called; may be empty.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>Candidates that stood down or were excluded before the count: nobody's vote goes to them.</summary>
    /// <exception cref="ArgumentException">One is not in the list, or is named twice.</exception>
    public ImmutableArray<string> Withdrawn { get; init => field = CheckListed(value); } = [];

    /// <summary>
    /// The entry that stands for all names written in and not declared, or null. It cannot be elected; in counts of rounds nobody is elected while
    /// it has votes, and it goes out first.
    /// </summary>
    /// <exception cref="ArgumentException">It is not in the list.</exception>
    public string? WriteIns { get; init => field = CheckListed(value); }

    /// <summary>
    /// The entry that marks a rank at which several candidates were marked without saying which, or null. It is no candidate.
    /// </summary>
    /// <exception cref="ArgumentException">It is not in the list.</exception>
    public string? UnnamedOvervote { get; init => field = CheckListed(value); }

    /// <summary>
    /// Where the ballots came from. When it is not empty, a count is refused unless the declared numbers add up to <see cref="Ballots.Profile.Voters"/>.
    /// </summary>
    public ImmutableArray<BallotBatch> Batches { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The same ballots over those only who can be elected. On ranked ballots everybody keeps the rank that the voter wrote; a rank of which
    /// nobody is left is a skipped rank.
    /// </summary>
    public Profile Standing => _standing.Value;

    /// <summary>Whether an entry of the list can be elected.</summary>
    /// <param name="candidate">An identifier of the list.</param>
    public bool IsStanding(string candidate) => candidate != WriteIns && candidate != UnnamedOvervote && !Withdrawn.Contains(candidate);

    /// <summary>Throws when the ballots are not those that were declared.</summary>
    /// <exception cref="InvalidOperationException">The batches hold another number of ballots than the profile.</exception>
    internal void Reconcile()
    {
        if (Batches.IsEmpty)
        {
            return;
        }

        var declared = Batches.Aggregate(Int128.Zero, (sum, batch) => sum + batch.Ballots);
        if (declared != Profile.Voters)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"The batches declare {declared} ballots, but there are {Profile.Voters}: nothing is counted until every ballot is accounted for."));
        }
    }

    private string? CheckListed(string? candidate) => candidate is null || Candidates.IndexOf(candidate) >= 0
        ? candidate
        : throw new ArgumentException($"'{candidate}' is not in the list of candidates.");

    private ImmutableArray<string> CheckListed(ImmutableArray<string> candidates)
    {
        if (candidates.IsDefault)
        {
            return [];
        }

        foreach (var candidate in candidates)
        {
            _ = CheckListed(candidate ?? "");
        }

        return candidates.Distinct(StringComparer.Ordinal).Count() == candidates.Length
            ? candidates
            : throw new ArgumentException("A withdrawn candidate is named twice.");
    }
}

namespace CivicTech.Ballots;

/// <summary>Takes approval ballots one by one and folds equal ones. Not safe for several threads: build one a thread and merge.</summary>
/// <param name="candidates">The candidates that ballots name by index.</param>
public sealed class ApprovalProfileBuilder(CandidateList candidates)
{
    private readonly BallotFolder _folder = new(candidates, hasValues: false);

    /// <summary>How many ballots were added so far.</summary>
    public long Voters => _folder.TotalWeight;

    /// <summary>How many different ballots were added so far.</summary>
    public int DistinctBallots => _folder.Count;

    /// <summary>Adds one ballot. O(length); allocates nothing when an equal ballot was added before.</summary>
    /// <param name="approved">Indexes of the approved candidates in any order, each at most once; empty for an empty ballot.</param>
    /// <exception cref="ArgumentException">A candidate occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate.</exception>
    public void Add(params ReadOnlySpan<int> approved) => Add(approved, 1);

    /// <summary>Adds equal ballots of several voters.</summary>
    /// <param name="approved">Indexes of the approved candidates in any order, each at most once; empty for an empty ballot.</param>
    /// <param name="weight">How many voters cast it: at least 1.</param>
    /// <exception cref="ArgumentException">A candidate occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate, or the weight is not positive.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>.</exception>
    public void Add(ReadOnlySpan<int> approved, long weight)
    {
        if (!TryAdd(approved, weight))
        {
            throw new ArgumentException("A candidate occurs twice on an approval ballot.", nameof(approved));
        }
    }

    /// <summary>Adds one ballot, unless a candidate occurs twice in it: then nothing is added and the answer is false.</summary>
    /// <param name="approved">Indexes of the approved candidates in any order.</param>
    /// <param name="weight">How many voters cast it: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate, or the weight is not positive.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>.</exception>
    public bool TryAdd(ReadOnlySpan<int> approved, long weight) => _folder.TryFold(approved, weight);

    /// <summary>Adds every ballot of a profile with its weight.</summary>
    /// <param name="profile">A profile over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">Its candidates differ.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>; nothing was added.</exception>
    public void Add(ApprovalProfile profile)
    {
        ProfileParts.CheckSameCandidates(candidates, profile);
        _folder.CheckWeight(profile.Voters);
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            _ = _folder.TryFold(profile.CandidatesOf(ballot), profile.WeightOf(ballot));
        }
    }

    /// <summary>Hands the profile over; the builder is empty afterwards and can be used again.</summary>
    public ApprovalProfile Build() => new(candidates, _folder.Take());
}

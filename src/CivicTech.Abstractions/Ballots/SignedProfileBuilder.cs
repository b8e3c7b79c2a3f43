namespace CivicTech.Ballots;

/// <summary>Takes ballots for and against, one by one, and folds equal ones. Not safe for several threads: build one a thread and merge.</summary>
/// <param name="candidates">The candidates that ballots name by index.</param>
public sealed class SignedProfileBuilder(CandidateList candidates)
{
    private readonly BallotFolder _folder = new(candidates, hasValues: true);

    /// <summary>How many ballots were added so far.</summary>
    public long Voters => _folder.TotalWeight;

    /// <summary>How many different ballots were added so far.</summary>
    public int DistinctBallots => _folder.Count;

    /// <summary>Adds equal ballots of one or several voters.</summary>
    /// <param name="favoured">Indexes of the candidates that the ballot is for.</param>
    /// <param name="opposed">Indexes of the candidates that it is against.</param>
    /// <param name="weight">How many voters cast it: at least 1.</param>
    /// <exception cref="ArgumentException">A candidate occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate, or the weight is not positive.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>.</exception>
    public void Add(ReadOnlySpan<int> favoured, ReadOnlySpan<int> opposed, long weight)
    {
        var signs = new long[favoured.Length + opposed.Length];
        signs.AsSpan(0, favoured.Length).Fill(1);
        signs.AsSpan(favoured.Length).Fill(-1);
        if (!_folder.TryFold([.. favoured, .. opposed], signs, weight, byValue: false))
        {
            throw new ArgumentException("A candidate occurs twice on a ballot.", nameof(favoured));
        }
    }

    /// <summary>Adds every ballot of a profile with its weight.</summary>
    /// <param name="profile">A profile over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">Its candidates differ.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>; nothing was added.</exception>
    public void Add(SignedProfile profile)
    {
        ProfileParts.CheckSameCandidates(candidates, profile);
        _folder.CheckWeight(profile.Voters);
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            _ = _folder.TryFold(profile.CandidatesOf(ballot), profile.SignsOf(ballot), profile.WeightOf(ballot), byValue: false);
        }
    }

    /// <summary>Hands the profile over; the builder is empty afterwards and can be used again.</summary>
    public SignedProfile Build() => new(candidates, _folder.Take());
}

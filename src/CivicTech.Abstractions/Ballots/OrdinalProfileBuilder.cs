namespace CivicTech.Ballots;

/// <summary>Takes rankings one by one and folds equal ones. Not safe for several threads: build one a thread and merge.</summary>
/// <param name="candidates">The candidates that ballots name by index.</param>
public sealed class OrdinalProfileBuilder(CandidateList candidates)
{
    private readonly BallotFolder _folder = new(candidates, hasValues: true);
    private long[] _strictRanks = [];

    /// <summary>How many ballots were added so far.</summary>
    public long Voters => _folder.TotalWeight;

    /// <summary>How many different ballots were added so far.</summary>
    public int DistinctBallots => _folder.Count;

    /// <summary>Adds a strict ranking: ranks 1, 2, 3, … with one candidate each.</summary>
    /// <param name="ranking">Indexes of candidates, the best first; empty for an empty ballot. A candidate may occur twice.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate.</exception>
    public void Add(params ReadOnlySpan<int> ranking) => Add(ranking, 1);

    /// <summary>Adds equal strict rankings of several voters.</summary>
    /// <param name="ranking">Indexes of candidates, the best first; empty for an empty ballot. A candidate may occur twice.</param>
    /// <param name="weight">How many voters cast it: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate, or the weight is not positive.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>.</exception>
    public void Add(ReadOnlySpan<int> ranking, long weight)
    {
        if (_strictRanks.Length < ranking.Length)
        {
            _strictRanks = new long[Math.Max(16, ranking.Length * 2)];
            for (var i = 0; i < _strictRanks.Length; i++)
            {
                _strictRanks[i] = i + 1;
            }
        }

        _ = _folder.TryFold(ranking, _strictRanks.AsSpan(0, ranking.Length), weight, byValue: true);
    }

    /// <summary>Adds a ranking with equal or skipped ranks.</summary>
    /// <param name="ranked">Indexes of candidates in any order.</param>
    /// <param name="ranks">Their ranks in the same order: 1 is the best. Ranks may repeat and leave gaps.</param>
    /// <param name="weight">How many voters cast it: at least 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a candidate occurs twice at one rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate, a rank is below 1, or the weight is not positive.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>.</exception>
    public void Add(ReadOnlySpan<int> ranked, ReadOnlySpan<long> ranks, long weight)
    {
        foreach (var rank in ranks)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1, nameof(ranks));
        }

        if (!_folder.TryFold(ranked, ranks, weight, byValue: true))
        {
            throw new ArgumentException("A candidate occurs twice at one rank.", nameof(ranked));
        }
    }

    /// <summary>Adds every ballot of a profile with its weight.</summary>
    /// <param name="profile">A profile over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">Its candidates differ.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>; nothing was added.</exception>
    public void Add(OrdinalProfile profile)
    {
        ProfileParts.CheckSameCandidates(candidates, profile);
        _folder.CheckWeight(profile.Voters);
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            _ = _folder.TryFold(profile.CandidatesOf(ballot), profile.RanksOf(ballot), profile.WeightOf(ballot), byValue: true);
        }
    }

    /// <summary>Hands the profile over; the builder is empty afterwards and can be used again.</summary>
    public OrdinalProfile Build() => new(candidates, _folder.Take());
}

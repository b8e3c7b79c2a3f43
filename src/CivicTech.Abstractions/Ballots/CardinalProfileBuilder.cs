namespace CivicTech.Ballots;

/// <summary>Takes ballots with scores one by one and folds equal ones. Not safe for several threads: build one a thread and merge.</summary>
public sealed class CardinalProfileBuilder
{
    private readonly CandidateList _candidates;
    private readonly BallotFolder _folder;

    /// <summary>Makes a builder for whole scores.</summary>
    /// <param name="candidates">The candidates that ballots name by index.</param>
    public CardinalProfileBuilder(CandidateList candidates)
        : this(candidates, 0)
    {
    }

    /// <summary>Makes a builder for scores with decimals.</summary>
    /// <param name="candidates">The candidates that ballots name by index.</param>
    /// <param name="decimals">Scores come in units of 10^-decimals: from 0 to 18.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are out of range.</exception>
    public CardinalProfileBuilder(CandidateList candidates, int decimals)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, CardinalScale.MaxDecimals);
        _candidates = candidates;
        _folder = new BallotFolder(candidates, hasValues: true);
        Decimals = decimals;
    }

    /// <summary>Scores come in units of 10^-Decimals.</summary>
    public int Decimals { get; private set; }

    /// <summary>How many ballots were added so far.</summary>
    public long Voters => _folder.TotalWeight;

    /// <summary>How many different ballots were added so far.</summary>
    public int DistinctBallots => _folder.Count;

    /// <summary>Adds one ballot. O(length); allocates nothing when an equal ballot was added before.</summary>
    /// <param name="scored">Indexes of the scored candidates in any order, each at most once; empty for an empty ballot.</param>
    /// <param name="scores">Their scores in units of 10^-<see cref="Decimals"/>, in the same order; may be zero or negative.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a candidate occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate.</exception>
    public void Add(ReadOnlySpan<int> scored, ReadOnlySpan<long> scores) => Add(scored, scores, 1);

    /// <summary>Adds equal ballots of several voters.</summary>
    /// <param name="scored">Indexes of the scored candidates in any order, each at most once; empty for an empty ballot.</param>
    /// <param name="scores">Their scores in units of 10^-<see cref="Decimals"/>, in the same order; may be zero or negative.</param>
    /// <param name="weight">How many voters cast it: at least 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a candidate occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate, or the weight is not positive.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>.</exception>
    public void Add(ReadOnlySpan<int> scored, ReadOnlySpan<long> scores, long weight)
    {
        if (!_folder.TryFold(scored, scores, weight, byValue: false))
        {
            throw new ArgumentException("A candidate occurs twice on a ballot.", nameof(scored));
        }
    }

    /// <summary>Adds every ballot of a profile with its weight; takes over its decimals if it has more.</summary>
    /// <param name="profile">A profile over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">Its candidates differ.</exception>
    /// <exception cref="OverflowException">
    /// A score does not fit in 64 bits with the decimals that all of them need, or all weights together exceed <see cref="long.MaxValue"/>;
    /// nothing has changed.
    /// </exception>
    public void Add(CardinalProfile profile)
    {
        ProfileParts.CheckSameCandidates(_candidates, profile);
        _folder.CheckWeight(profile.Voters);
        var decimals = Math.Max(Decimals, profile.Decimals);
        var factor = CardinalScale.PowerOfTen(decimals - profile.Decimals);

        // All of them before the first is added: what is refused leaves the builder as it was.
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            foreach (var score in profile.ScoresOf(ballot))
            {
                _ = checked(score * factor);
            }
        }

        UseDecimals(decimals);
        var scaled = new long[_candidates.Count];
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var scores = profile.ScoresOf(ballot);
            for (var i = 0; i < scores.Length; i++)
            {
                scaled[i] = scores[i] * factor;
            }

            Add(profile.CandidatesOf(ballot), scaled.AsSpan(0, scores.Length), profile.WeightOf(ballot));
        }
    }

    /// <summary>Lets scores come with more decimals from now on; what was added before keeps its value.</summary>
    /// <param name="decimals">From <see cref="Decimals"/> to 18.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer decimals than before, or more than 18.</exception>
    /// <exception cref="OverflowException">A score already added does not fit in 64 bits with so many decimals; nothing has changed.</exception>
    public void UseDecimals(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decimals, Decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, CardinalScale.MaxDecimals);
        if (decimals > Decimals)
        {
            _folder.MultiplyValues(CardinalScale.PowerOfTen(decimals - Decimals));
            Decimals = decimals;
        }
    }

    /// <summary>Hands the profile over; the builder is empty afterwards and can be used again.</summary>
    public CardinalProfile Build()
    {
        var (columns, decimals) = CardinalScale.Reduce(_folder.Take(), Decimals);
        return new CardinalProfile(_candidates, columns, decimals);
    }
}

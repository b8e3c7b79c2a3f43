using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;
using CivicTech.Receipts;
using Microsoft.Extensions.Options;

namespace CivicTech.Consensus.Concordance;

/// <summary>Measures the agreement of a panel by Kendall's coefficient of concordance W.</summary>
/// <remarks>
/// Immutable and safe for many threads. Fractions, exact p and permutation p are the same on every machine and with any number of threads;
/// p of distributions and intervals are doubles, good to some twelve digits.
/// </remarks>
public sealed class KendallW
{
    /// <summary>More shuffled entries than this (raters times items times permutations; some seconds) and the test goes on to F.</summary>
    private const double MostShuffledEntries = 5e9;

    private readonly ConcordanceOptions _options;

    /// <summary>Measures with the default options.</summary>
    public KendallW()
        : this(new())
    {
    }

    /// <summary>Measures with options of the caller.</summary>
    /// <param name="options">Copied: later changes have no effect.</param>
    /// <exception cref="OptionsValidationException">An option is out of its range; the message names it.</exception>
    public KendallW(ConcordanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Clone();
        var validation = new ConcordanceOptionsValidator().Validate(null, _options);
        if (validation.Failed)
        {
            throw new OptionsValidationException(nameof(ConcordanceOptions), typeof(ConcordanceOptions), validation.Failures);
        }
    }

    /// <summary>W, its tests, its interval and the mean ranks.</summary>
    /// <param name="ratings">What raters said.</param>
    /// <param name="cancellationToken">Stops exact and permutation tests.</param>
    /// <remarks>
    /// Takes O(mn log n), and the work of the test: at most <see cref="ConcordanceOptions.ExactSteps"/>, then
    /// <see cref="ConcordanceOptions.Permutations"/> times m times n. A weight multiplies what a rater adds to W; the tests still take the
    /// row as one opinion, with its weight fixed.
    /// </remarks>
    /// <exception cref="ArgumentException">A rating is missing, or a rater constant, and the options refuse that.</exception>
    public ConcordanceResult Measure(Ratings ratings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var prepared = PreparedRatings.Of(ratings, _options);
        return prepared.Analysed.IsComplete ? MeasureComplete(prepared, cancellationToken) : MeasureIncomplete(prepared, cancellationToken);
    }

    /// <summary>What sums of ranks tell: W, mean ranks and the approximate tests. Raters of a weight count as so many people.</summary>
    /// <param name="state">Not changed.</param>
    /// <exception cref="ArgumentException">Raters are constant, and the options refuse that.</exception>
    public ConcordanceResult Measure(ConcordanceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.ConstantRaters > 0 && _options.ConstantRaters is ConstantRaters.Reject)
        {
            throw new ArgumentException($"{state.ConstantRaters} raters gave the same value to every item.", nameof(state));
        }

        var figures = ConcordanceFigures.Of(state, _options.ConstantRaters);
        var unknown = JackknifeEstimate.UndefinedFor(UndefinedReason.OnlySumsKnown);
        var input = Digest.Of(System.Text.Encoding.UTF8.GetBytes(state.ToJson()));
        return new(figures, ConcordancePanel.Of(state, _options.ConstantRaters), unknown, unknown, figures.F, null, _options, () => input);
    }

    /// <summary>How each rater stands to the others, in the order of the raters who are analysed.</summary>
    /// <param name="ratings">What raters said.</param>
    /// <param name="cancellationToken">Stops the tests.</param>
    /// <remarks>Takes O(mn), and for more than 8 items <see cref="ConcordanceOptions.Permutations"/> times m times n for the tests.</remarks>
    /// <exception cref="ArgumentException">
    /// A rating is missing, or a rater constant, and the options refuse that; or ratings are missing and the options would keep them: a
    /// listwise policy is needed here.
    /// </exception>
    public IReadOnlyList<RaterContribution> Contributions(Ratings ratings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var prepared = PreparedRatings.Of(ratings, _options);
        return prepared.Analysed.IsComplete ? RaterContributions.Of(prepared, cancellationToken) : throw PreparedRatings.Gap(ratings);
    }

    /// <summary>
    /// How W changed between two rounds, on the raters and items of both: W of other people or other items is another quantity, and its
    /// difference no change.
    /// </summary>
    /// <param name="before">The earlier round.</param>
    /// <param name="after">The later round.</param>
    /// <exception cref="ArgumentException">
    /// The rounds have fewer than two raters or items in common, or a common rater has two weights, or a rating is missing and the options
    /// refuse that or would keep it: a listwise policy is needed here.
    /// </exception>
    public ConcordanceChange Compare(Ratings before, Ratings after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return ConcordanceChange.Between(before, after, _options);
    }

    private ConcordanceResult MeasureComplete(PreparedRatings prepared, CancellationToken cancellationToken)
    {
        var ranks = prepared.Rank();
        var figures = ConcordanceFigures.Of(ranks);
        var jackknife = new SpearmanJackknife(ranks);
        return new(
            figures,
            ConcordancePanel.Of(prepared, ranks),
            jackknife.Estimate(_options.ConfidenceLevel),
            jackknife.EstimateOfW(_options.ConfidenceLevel),
            TestOf(figures, ranks, cancellationToken),
            null,
            _options,
            () => prepared.All.RanksDigest);
    }

    private ConcordanceResult MeasureIncomplete(PreparedRatings prepared, CancellationToken cancellationToken)
    {
        var ratings = prepared.Analysed;
        var meanSpearman = PairwiseSpearman.Mean(ratings, cancellationToken);
        var (chiSquare, test, blocks) = IncompleteTests(ratings, cancellationToken);
        var incomplete = new IncompleteConcordance(
            PairwiseSpearman.GeneralizedW(ratings, meanSpearman), meanSpearman, chiSquare, blocks?.DegreesOfFreedom ?? 0, blocks?.Components ?? ratings.Items.Count);
        var unknown = JackknifeEstimate.UndefinedFor(UndefinedReason.IncompleteRatings);
        return new(null, ConcordancePanel.Of(prepared, null), unknown, unknown, test, incomplete, _options, () => prepared.All.RanksDigest);
    }

    // The ladder: exact, permutations, F.
    private SignificanceTest TestOf(ConcordanceFigures figures, RankMatrix ranks, CancellationToken cancellationToken)
    {
        if (figures.W.Undefined is { } reason)
        {
            return ConcordanceFigures.NoTest(TestMethod.Exact, reason);
        }

        var observed = ranks.SumOfSquares();
        if (ExactNull.TryTail(ranks, observed, _options.ExactSteps, cancellationToken) is var (atLeast, total))
        {
            return new(TestMethod.Exact, figures.W, Statistic.Of(new Rational(atLeast, total)));
        }

        if (_options.Permutations > 0 && (double)_options.Permutations * ranks.Raters * ranks.Items <= MostShuffledEntries)
        {
            var count = PermutationTest.CountAtLeast(
                ranks, observed, _options.Permutations, _options.Seed, _options.MaxDegreeOfParallelism ?? Environment.ProcessorCount, cancellationToken);
            return SignificanceTest.OfPermutations(figures.W, count, _options.Permutations);
        }

        return ranks.IsWeighted ? ConcordanceFigures.NoTest(TestMethod.F, UndefinedReason.WeightedRaters) : figures.F;
    }

    private (SignificanceTest ChiSquare, SignificanceTest Test, IncompleteBlocks? Blocks) IncompleteTests(Ratings ratings, CancellationToken cancellationToken)
    {
        if ((ratings.Raters.Count < 2 ? UndefinedReason.FewerThanTwoRaters : ratings.Items.Count < 2 ? UndefinedReason.FewerThanTwoItems : (UndefinedReason?)null) is { } reason)
        {
            var none = ConcordanceFigures.NoTest(TestMethod.ChiSquare, reason);
            return (none, none, null);
        }

        var blocks = new IncompleteBlocks(ratings, _options.BlockWeighting);
        var statistic = Statistic.Of(blocks.Statistic);
        var chiSquare = ratings.IsWeighted
            ? ConcordanceFigures.NoTest(TestMethod.ChiSquare, UndefinedReason.WeightedRaters)
            : new(TestMethod.ChiSquare, statistic, Statistic.Of(Tails.ChiSquare(blocks.Statistic, blocks.DegreesOfFreedom))) { DegreesOfFreedom = blocks.DegreesOfFreedom };
        var test = _options.Permutations > 0
            ? SignificanceTest.OfPermutations(statistic, blocks.CountAtLeast(_options.Permutations, _options.Seed, cancellationToken), _options.Permutations)
            : chiSquare;
        return (chiSquare, test, blocks);
    }
}

using System.Numerics;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Sums what ballots give to candidates, where a voter has so much to give and no more.</summary>
internal sealed class SpentBallots(int candidates, Overspending overspending)
{
    // Sums by what a ballot divides its amounts by, so that fractions meet once for each divisor only.
    private readonly SortedDictionary<BigInteger, BigInteger[]> _sums = [];
    private long _overspent;

    /// <summary>Marks of equal worth: one each.</summary>
    internal static CandidateOrder ByMarks(Profile profile, long marks, Overspending overspending)
    {
        var ballots = ApprovalBallots.Check(profile);
        var spent = new SpentBallots(ballots.Candidates.Count, overspending);
        for (var ballot = 0; ballot < ballots.DistinctBallots; ballot++)
        {
            var named = ballots.CandidatesOf(ballot);
            spent.Give(named, [], named.Length, marks, ballots.WeightOf(ballot));
        }

        return spent.Order("votes", Rational.One, []);
    }

    /// <summary>Gives the amounts of some equal ballots.</summary>
    /// <param name="named">To whom.</param>
    /// <param name="amounts">What each is given, in units; empty when all are given one.</param>
    /// <param name="total">All that is given, in units.</param>
    /// <param name="has">All that the voter has, in units.</param>
    /// <param name="weight">How many voters cast the ballot.</param>
    /// <exception cref="ArgumentException">It is more than the voter has, and such ballots are refused.</exception>
    internal void Give(ReadOnlySpan<int> named, ReadOnlySpan<long> amounts, BigInteger total, Rational has, long weight)
    {
        var factor = (BigInteger)weight;
        var divisor = BigInteger.One;
        if (total > has)
        {
            _overspent += weight;
            switch (overspending)
            {
                case Overspending.ScaleDown:
                    (factor, divisor) = (factor * has.Numerator, total * has.Denominator);
                    break;
                case Overspending.Void:
                    return;
                default:
                    throw new ArgumentException("A ballot gives more than a voter has.", nameof(total));
            }
        }

        Share(named, amounts, factor, divisor);
    }

    /// <summary>Divides one vote of each voter equally between the named.</summary>
    internal void Divide(ReadOnlySpan<int> named, long weight) => Share(named, [], weight, named.Length);

    internal CandidateOrder Order(string figure, Rational unit, IReadOnlyList<CandidateFigures> others)
    {
        var values = new Rational[candidates];
        foreach (var (divisor, sums) in _sums)
        {
            for (var candidate = 0; candidate < candidates; candidate++)
            {
                values[candidate] += new Rational(sums[candidate], divisor) * unit;
            }
        }

        return new CandidateOrder
        {
            Groups = CandidateOrder.ByHighest(values),
            Figures = [new CandidateFigures(figure, [.. values]), .. others],
            Notes = _overspent == 0 ? [] : [FormattableString.Invariant($"Ballots that give more than a voter has: {_overspent}. They {Fate}.")],
        };
    }

    private string Fate => overspending == Overspending.Void ? "count for nobody" : "are scaled down to what a voter has";

    private void Share(ReadOnlySpan<int> named, ReadOnlySpan<long> amounts, BigInteger factor, BigInteger divisor)
    {
        if (named.IsEmpty)
        {
            return;
        }

        if (!_sums.TryGetValue(divisor, out var sums))
        {
            sums = new BigInteger[candidates];
            _sums.Add(divisor, sums);
        }

        for (var i = 0; i < named.Length; i++)
        {
            sums[named[i]] += (amounts.IsEmpty ? 1 : amounts[i]) * factor;
        }
    }
}

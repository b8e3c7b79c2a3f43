using System.Numerics;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Iterated;

/// <summary>
/// Meek's and Warren's methods from their definitions: fractions, one ballot after the other from its first rank, equal ranks as all their strict
/// orders. Keep factors are cut to 14 decimals, iterated until the surplus is below 10^-9 votes; where candidates are closer than 1/10000 votes
/// at a decision, it gives up instead of deciding.
/// </summary>
internal sealed class KeepOracle
{
    private static readonly Rational Small = new(1, 1_000_000_000);
    private static readonly Rational Clear = new(1, 10_000);
    private static readonly Rational Unit = BigInteger.Pow(10, 14);

    private readonly List<(int[] Order, Rational Weight)> _ballots = [];
    private readonly bool _isWarren;
    private readonly int _seats;
    private readonly HashSet<int> _out = [];
    private readonly Rational[] _keep;

    internal KeepOracle(OrdinalProfile profile, int seats, bool isWarren)
    {
        _isWarren = isWarren;
        _seats = seats;
        _keep = [.. profile.Candidates.Select(_ => Rational.One)];
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var ranks = new SortedDictionary<long, List<int>>();
            for (var i = 0; i < profile.CandidatesOf(ballot).Length; i++)
            {
                ranks.TryAdd(profile.RanksOf(ballot)[i], []);
                ranks[profile.RanksOf(ballot)[i]].Add(profile.CandidatesOf(ballot)[i]);
            }

            List<List<int>> orders = [[]];
            foreach (var rank in ranks.Values)
            {
                orders = [.. orders.SelectMany(order => Orders([.. rank.Where(candidate => !order.Contains(candidate))]).Select(more => order.Concat(more).ToList()))];
            }

            foreach (var order in orders)
            {
                _ballots.Add(([.. order], new Rational(profile.WeightOf(ballot), orders.Count)));
            }
        }
    }

    internal List<int> Elected { get; } = [];

    internal List<int> Out { get; } = [];

    internal IReadOnlyList<Rational> KeepFactors => _keep;

    internal Rational[] Votes { get; private set; } = [];

    /// <summary>False when some decision is too close to be compared.</summary>
    internal bool TryCount()
    {
        while (Elected.Count < _seats)
        {
            var hopefuls = Enumerable.Range(0, _keep.Length).Where(candidate => !Elected.Contains(candidate) && !_out.Contains(candidate)).ToList();
            if (hopefuls.Count <= _seats - Elected.Count)
            {
                Elected.AddRange(hopefuls);
                break;
            }

            while (true)
            {
                Distribute();
                var quota = Votes.Aggregate(Rational.Zero, (sum, votes) => sum + votes) / (_seats + 1);
                var surplus = Elected.Aggregate(Rational.Zero, (sum, candidate) => sum + Votes[candidate] - quota);
                var hasSurplus = surplus > Small;
                var reached = hopefuls.Where(candidate => Votes[candidate] > quota).ToList();
                if (hopefuls.Exists(candidate => Votes[candidate] != quota && Rational.Abs(Votes[candidate] - quota) < Clear))
                {
                    return false;
                }

                if (reached.Count > 0)
                {
                    Elected.AddRange(reached.OrderByDescending(candidate => Votes[candidate]));
                    break;
                }

                if (!hasSurplus)
                {
                    var lowest = hopefuls.OrderBy(candidate => Votes[candidate]).ToList();
                    if (hopefuls.Exists(candidate => Votes[candidate] == quota) || Votes[lowest[1]] - Votes[lowest[0]] < Clear)
                    {
                        return false;
                    }

                    _keep[lowest[0]] = 0;
                    _ = _out.Add(lowest[0]);
                    Out.Add(lowest[0]);
                    break;
                }

                foreach (var candidate in Elected)
                {
                    _keep[candidate] = (_keep[candidate] * quota / Votes[candidate] * Unit).Floor() / Unit;
                }
            }
        }

        return true;
    }

    private void Distribute()
    {
        Votes = new Rational[_keep.Length];
        foreach (var (order, weight) in _ballots)
        {
            var left = Rational.One;
            foreach (var candidate in order)
            {
                var kept = _isWarren ? Rational.Min(left, _keep[candidate]) : left * _keep[candidate];
                Votes[candidate] += kept * weight;
                left -= kept;
            }
        }
    }

    private static List<List<int>> Orders(List<int> members)
    {
        if (members.Count == 0)
        {
            return [[]];
        }

        return [.. members.SelectMany(first => Orders([.. members.Where(member => member != first)]).Select(rest => rest.Prepend(first).ToList()))];
    }
}

using System.Numerics;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>Finds the project whose funding leaves the voter with the highest load with the lowest one.</summary>
/// <remarks>
/// <para>The load of a set of projects is what its most loaded voter carries when the costs are shared as evenly as possible. By duality of
/// linear programs it is the maximum over the nonempty subsets T of cost(T) / voters(T), with all voters who support some project of T; so it
/// is a fraction, and finitely many maximal flows find it (Dinkelbach, Management Science 13, 1967): a flow that cannot be sent within a bound
/// shows a T of higher load, which is the next bound.</para>
/// <para>Loads never fall when a set grows. So what was shown of a project in an earlier round bounds its load from below, and a project is
/// looked at only while its bound is the lowest.</para>
/// </remarks>
internal abstract class MaximinSearch
{
    // Units of money are 2^FineBits times smaller than exactness asks for, if there is room, so that rounding loses next to nothing.
    private const int FineBits = 24;

    /// <summary>Prepares the search.</summary>
    /// <param name="support">Who supports what.</param>
    /// <param name="costs">For each project, more than zero where it is a candidate or funded.</param>
    /// <param name="unlimited">Integers of unlimited size even where 64 bits hold everything.</param>
    internal static MaximinSearch Of(SupportTable support, IReadOnlyList<Rational> costs, bool unlimited)
    {
        var unit = BigInteger.One;
        foreach (var denominator in costs.Select(cost => cost.Denominator).Distinct())
        {
            unit *= denominator / BigInteger.GreatestCommonDivisor(unit, denominator);
        }

        // No number is larger than the cost of all in the chosen unit of money times all voters. The unit is as small as 64 bits allow.
        var voters = support.Weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        var most = costs.Aggregate(BigInteger.Zero, (sum, cost) => sum + Scaled(cost, unit)) * BigInteger.Max(1, voters);
        var spare = 62 - (int)Math.Min(most.GetBitLength(), 1000);
        unit <<= Math.Clamp(spare, 0, FineBits);
        BigInteger[] scaled = [.. costs.Select(cost => Scaled(cost, unit))];
        return spare >= 0 && !unlimited
            ? new MaximinSearch<long>(support, [.. scaled.Select(cost => (long)cost)], unit)
            : new MaximinSearch<BigInteger>(support, scaled, unit);

        static BigInteger Scaled(Rational cost, BigInteger unit) => cost.Numerator * (unit / cost.Denominator);
    }

    /// <summary>The next round.</summary>
    /// <param name="funded">The funded projects that cost something.</param>
    /// <param name="before">The round in which the last of them was funded; null if there is none.</param>
    /// <param name="candidates">Supported projects that are not funded: at least one, ascending.</param>
    /// <param name="cancellation">Looked at in between.</param>
    internal abstract LoadRound Next(IReadOnlyList<int> funded, LoadRound? before, IReadOnlyList<int> candidates, CancellationToken cancellation);
}

/// <inheritdoc />
/// <typeparam name="T">Whole numbers in which loads are exact.</typeparam>
internal sealed class MaximinSearch<T>(SupportTable support, T[] costs, BigInteger unit) : MaximinSearch
    where T : struct, IBinaryInteger<T>
{
    internal override LoadRound Next(IReadOnlyList<int> funded, LoadRound? before, IReadOnlyList<int> candidates, CancellationToken cancellation)
    {
        var last = (LoadRound<T>?)before;
        var floor = last?.Value ?? Load<T>.None;
        var bounds = new Load<T>[costs.Length];
        foreach (var candidate in candidates)
        {
            var own = last?.Bounds[candidate] ?? new Load<T>(costs[candidate], T.CreateChecked(support.Votes[candidate]));
            bounds[candidate] = own.IsBelow(floor) ? floor : own;
        }

        var network = Network(funded);
        if (!network.Share(floor, cancellation))
        {
            throw new System.Diagnostics.UnreachableException("The funded projects have a higher load than the round that funded the last of them found.");
        }

        var tied = new List<int>();
        var open = candidates.ToList();
        while (open.Count > 0 && Lowest(open, bounds) is var candidate && (tied.Count == 0 || !bounds[tied[0]].IsBelow(bounds[candidate])))
        {
            network.Join(support, candidate, costs[candidate]);
            if (network.Exceeds(bounds[candidate], cancellation) is { } higher)
            {
                bounds[candidate] = higher;
            }
            else
            {
                tied.Add(candidate);
                open.Remove(candidate);
            }
        }

        tied.Sort();
        var value = bounds[tied[0]];
        return new LoadRound<T>
        {
            Load = Fraction(value),
            Tied = [.. tied],
            CarriesAllTied = tied.Count == 1 || Network([.. funded, .. tied]).Share(value, cancellation),
            Value = value,
            Bounds = bounds,
        };
    }

    private LoadNetwork<T> Network(IReadOnlyList<int> projects) =>
        new(VoterFold.Of(support, projects), [.. projects.Select(project => costs[project])]);

    private static int Lowest(List<int> open, Load<T>[] bounds)
    {
        var lowest = open[0];
        foreach (var candidate in open)
        {
            lowest = bounds[candidate].IsBelow(bounds[lowest]) ? candidate : lowest;
        }

        return lowest;
    }

    private Rational Fraction(Load<T> load) => new(BigInteger.CreateChecked(load.Cost), BigInteger.CreateChecked(load.Voters) * unit);
}

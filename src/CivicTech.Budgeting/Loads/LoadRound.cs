using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>Whose turn it is beside some funded projects.</summary>
internal abstract class LoadRound
{
    /// <summary>What the voter with the highest load carries once one of <see cref="Tied"/> is funded.</summary>
    internal required Rational Load { get; init; }

    /// <summary>The projects with the lowest such load, ascending: at least one.</summary>
    internal required int[] Tied { get; init; }

    /// <summary>Whether the load stays the same when all of them are funded.</summary>
    internal required bool CarriesAllTied { get; init; }
}

/// <inheritdoc />
/// <typeparam name="T">Whole numbers in which loads are exact.</typeparam>
internal sealed class LoadRound<T> : LoadRound
    where T : struct, IBinaryInteger<T>
{
    /// <summary>The load in whole units of money, not reduced.</summary>
    internal required Load<T> Value { get; init; }

    /// <summary>For each candidate a load below which the funded projects and it cannot fall, whatever else is funded.</summary>
    internal required Load<T>[] Bounds { get; init; }
}

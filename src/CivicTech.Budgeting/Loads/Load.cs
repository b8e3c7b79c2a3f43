using System.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>What each of some voters carries when together they pay a cost. Fractions, compared without reducing them.</summary>
/// <typeparam name="T">Whole numbers in which cost times voters is exact.</typeparam>
/// <param name="Cost">In whole units of money.</param>
/// <param name="Voters">At least 1.</param>
internal readonly record struct Load<T>(T Cost, T Voters) : IComparable<Load<T>>
    where T : struct, IBinaryInteger<T>
{
    internal static Load<T> None { get; } = new(T.Zero, T.One);

    internal bool IsBelow(Load<T> other) => Cost * other.Voters < other.Cost * Voters;

    public int CompareTo(Load<T> other) => (Cost * other.Voters).CompareTo(other.Cost * Voters);
}

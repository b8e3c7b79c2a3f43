using System.Globalization;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Amounts in sentences for people: exact where that is short, rounded and said to be so where it is a fraction of hundreds of digits.</summary>
internal static class ShortAmount
{
    private const int Longest = 16;
    private const int LongestFraction = 7;

    internal static string Of(Rational amount)
    {
        var exact = amount.ToString();
        if (exact.Length <= (exact.Contains('/', StringComparison.Ordinal) ? LongestFraction : Longest))
        {
            return exact;
        }

        var near = amount.ToDouble();
        return "about " + near.ToString(Math.Abs(near) is >= 100 or 0 ? "0.00" : Math.Abs(near) >= 0.0001 ? "0.######" : "G4", CultureInfo.InvariantCulture);
    }
}

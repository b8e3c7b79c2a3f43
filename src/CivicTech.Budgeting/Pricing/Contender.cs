using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Pricing;

/// <summary>A project that may be the cheapest of a round.</summary>
internal sealed class Contender(int project)
{
    internal int Project { get; } = project;

    /// <summary>The price of a share, to the accuracy of <see cref="Lowest"/> and <see cref="Highest"/>.</summary>
    internal double Price { get; set; }

    /// <summary>The price per utility is certainly not below this.</summary>
    internal double Lowest { get; set; }

    /// <summary>The price per utility is certainly not above this; infinite if nothing is known.</summary>
    internal double Highest { get; set; }

    /// <summary>The money of those who cannot pay in full, and the shares of the others, about <see cref="Price"/>.</summary>
    internal double Poor { get; set; }

    /// <summary>See <see cref="Poor"/>.</summary>
    internal double Rich { get; set; }

    /// <summary>No supporter has money for a price from here to <see cref="ClearTo"/> but not beyond: the split is the same throughout.</summary>
    internal double ClearFrom { get; set; } = double.PositiveInfinity;

    /// <summary>See <see cref="ClearFrom"/>.</summary>
    internal double ClearTo { get; set; }

    /// <summary>If certainly all supporters pay in full: their shares.</summary>
    internal BigInteger? AllPay { get; set; }

    /// <summary>Whether it is certain of every supporter whether they can pay in full; then <see cref="Width"/> bounds the error of the price.</summary>
    internal bool IsSharp { get; set; }

    /// <summary>How far the price of a share may be from <see cref="Price"/>.</summary>
    internal double Width { get; set; }

    /// <summary>The exact price of a share, once it was needed.</summary>
    internal Rational? ExactPrice { get; set; }
}

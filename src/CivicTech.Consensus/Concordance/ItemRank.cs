using System.Globalization;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Concordance;

/// <summary>Where raters together put an item.</summary>
/// <param name="Item">Its identifier.</param>
/// <param name="RankSum">The sum of its midranks over raters, by weight; rank 1 is the lowest value.</param>
/// <param name="MeanRank">The sum divided by the raters: from 1 to the number of items.</param>
public sealed record ItemRank(string Item, Rational RankSum, Rational MeanRank)
{
    /// <summary>The item and its mean rank.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Item}: {MeanRank.ToDouble():0.##}");
}

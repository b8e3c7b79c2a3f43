namespace CivicTech.Consensus.Ranks;

/// <summary>How many raters are ranked at once.</summary>
internal enum Lanes
{
    /// <summary>One by one, without vector instructions.</summary>
    Scalar = 1,

    /// <summary>As many as fit a <see cref="System.Numerics.Vector{T}"/>: with AVX2 32 whose values are bytes, or 4 of doubles.</summary>
    Vector = 2,
}

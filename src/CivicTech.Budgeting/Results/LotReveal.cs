using CivicTech.Receipts;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Results;

/// <summary>What decides lots, all of it public: the secret that was committed to before the vote, and the public value that nobody could know then.</summary>
public sealed record LotReveal
{
    /// <summary>The secret, as it was committed to.</summary>
    public required string Secret { get; init; }

    /// <summary>The public value itself: the numbers drawn, the closing price.</summary>
    public required string PublicValue { get; init; }

    /// <summary>The seed that both make: see <see cref="LotSeed"/>.</summary>
    public required string Seed { get; init; }

    /// <summary>Makes the seed.</summary>
    /// <param name="secret">The secret that was committed to.</param>
    /// <param name="commitment">What was published before the vote.</param>
    /// <param name="publicValue">The public value, as published.</param>
    /// <exception cref="ArgumentException">The secret is not the one that was committed to, or the public value is empty.</exception>
    public static LotReveal Of(string secret, Digest commitment, string publicValue) =>
        new() { Secret = secret, PublicValue = publicValue, Seed = LotSeed.Reveal(secret, commitment, publicValue) };
}

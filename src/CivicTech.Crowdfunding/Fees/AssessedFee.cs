using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Fees;

/// <summary>What one fee came to.</summary>
/// <remarks>Immutable.</remarks>
public sealed record AssessedFee
{
    /// <summary>The name of the <see cref="Fee"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The fee without tax, at least zero.</summary>
    public required Money Net { get; init; }

    /// <summary>The tax on it, at least zero.</summary>
    public required Money Vat { get; init; }

    /// <summary>Whether the fee would have been larger, had enough been captured to take it from.</summary>
    public bool IsLimited { get; init; }

    /// <summary>Fee and tax.</summary>
    [JsonIgnore]
    public Money Total => Net + Vat;

    /// <summary>The fee in words: <c>platform: EUR 5.00 + EUR 1.05 tax</c>.</summary>
    public override string ToString() => $"{Name}: {Net}{(Vat.IsZero ? "" : $" + {Vat} tax")}{(IsLimited ? ", limited to what was captured" : "")}";
}

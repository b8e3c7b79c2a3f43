using CivicTech.Amounts;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>An amount that is, or was, held.</summary>
/// <remarks>Of two, the larger amount and the later end hold: holds are raised and prolonged, not lowered.</remarks>
public sealed record AuthorisationFact : IFact<AuthorisationFact>
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The moment from which it can no longer be captured; <see langword="null"/> when the provider does not say.</summary>
    public Instant? Until { get; init; }

    AuthorisationFact IFact<AuthorisationFact>.Join(AuthorisationFact other) =>
        new() { Amount = Money.Max(Amount, other.Amount), Until = Joins.Max(Until, other.Until) };
}

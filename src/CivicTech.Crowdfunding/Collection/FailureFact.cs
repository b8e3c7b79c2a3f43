using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>The latest failure that is known.</summary>
/// <remarks>Of two the later holds; of one moment, the one with the code that is ordinally later, and any code before none.</remarks>
public sealed record FailureFact : IFact<FailureFact>
{
    /// <summary>Why, as a stable code such as <c>insufficient-funds</c>; <see langword="null"/> when the provider does not say.</summary>
    public string? Code { get; init; }

    /// <summary>When it failed.</summary>
    public required Instant At { get; init; }

    FailureFact IFact<FailureFact>.Join(FailureFact other)
    {
        var order = At.CompareTo(other.At);
        return (order != 0 ? order : string.CompareOrdinal(Code, other.Code)) >= 0 ? this : other;
    }
}

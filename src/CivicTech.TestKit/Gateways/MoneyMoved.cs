using CivicTech.Amounts;

namespace CivicTech.TestKit.Gateways;

/// <summary>
/// What really happened to the money of a backer, or of all, at a <see cref="SimulatedGateway"/>: the truth that tests compare with.
/// </summary>
public sealed record MoneyMoved
{
    /// <summary>How many payments took money.</summary>
    public required int Payments { get; init; }

    /// <summary>All that was taken.</summary>
    public required Money Captured { get; init; }

    /// <summary>What was refunded and did not come back.</summary>
    public required Money Refunded { get; init; }

    /// <summary>What banks took back in disputes that are open or lost.</summary>
    public required Money Disputed { get; init; }

    /// <summary>What is still taken. Negative when the same money went back twice: by refund and by dispute.</summary>
    public Money Net => Captured - Refunded - Disputed;
}

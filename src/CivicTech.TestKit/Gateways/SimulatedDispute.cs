using CivicTech.Amounts;

namespace CivicTech.TestKit.Gateways;

internal sealed class SimulatedDispute(string id, Money amount)
{
    internal string Id => id;

    internal Money Amount => amount;

    /// <summary>Whether the bank has the money: while it is open and when it is lost.</summary>
    internal bool HasMoney { get; set; } = true;
}

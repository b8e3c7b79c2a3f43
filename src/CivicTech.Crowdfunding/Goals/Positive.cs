namespace CivicTech.Crowdfunding.Goals;

/// <summary>Amounts that must be above zero.</summary>
internal static class Positive
{
    internal static Money Of(Money amount, string parameter, string what) => amount.IsPositive
        ? amount
        : throw new ArgumentOutOfRangeException(parameter, amount, $"{what} must be above zero.");
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CivicTech.Processes;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>
/// The keys under which payments go out to providers: campaign, pledge and number, with slashes between. No two attempts of any campaigns have the same, and an event that names one finds its
/// pledge by it.
/// </summary>
public static class PaymentKey
{
    /// <summary>The most characters of an id of a campaign or a pledge.</summary>
    public const int MaxIdLength = 100;

    /// <summary>Which pledge a key belongs to.</summary>
    /// <param name="key">The key of an attempt, a capture, a refund or a payout.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="pledge">The pledge; null for a payout.</param>
    /// <returns>Whether it can be a key of a campaign.</returns>
    public static bool TryParse([NotNullWhen(true)] string? key, [NotNullWhen(true)] out string? campaign, out string? pledge)
    {
        (campaign, pledge) = (null, null);
        var parts = key?.Split('/') ?? [];
        if (parts.Length < 3 || !IsId(parts[0]) || (parts[1].Length > 0 && !IsId(parts[1])))
        {
            return false;
        }

        campaign = parts[0];
        pledge = parts[1].Length == 0 ? null : parts[1];
        return true;
    }

    internal static bool IsId(string? id) => ProcessName.IsPart(id, MaxIdLength);

    internal static string OfAttempt(string campaign, string pledge, int number) => string.Create(CultureInfo.InvariantCulture, $"{campaign}/{pledge}/{number}");

    internal static string OfPayout(string campaign, int number) => string.Create(CultureInfo.InvariantCulture, $"{campaign}//payout/{number}");

    internal static string OfCapture(string attempt) => $"{attempt}/capture";

    internal static string OfRelease(string attempt) => $"{attempt}/void";

    internal static string OfInquiry(string attempt) => $"{attempt}/ask";

    internal static string OfRefund(string attempt, int number) => string.Create(CultureInfo.InvariantCulture, $"{attempt}/refund/{number}");
}

using CivicTech.Receipts;

namespace CivicTech.Samples;

/// <summary>What a verification showed, for people.</summary>
public static class VerificationText
{
    private const int ShownDifferences = 20;

    /// <param name="receipt">The receipt.</param>
    /// <param name="verification">The comparison with the recomputation.</param>
    /// <param name="hints">What the receipt is about that the file does not hold, one sentence each.</param>
    public static string Of(Receipt receipt, Verification verification, params IEnumerable<string> hints)
    {
        if (verification.Holds)
        {
            return $"The receipt holds: {receipt}";
        }

        var lines = new List<string> { $"The receipt does not hold: {receipt}" };
        lines.AddRange(hints);
        lines.AddRange(verification.Differences.Take(ShownDifferences).Select(difference => "  " + difference));
        if (verification.Differences.Length > ShownDifferences)
        {
            lines.Add($"  … and {verification.Differences.Length - ShownDifferences} more; --json lists all.");
        }

        return string.Join('\n', lines);
    }

    /// <summary>Whether a member of the receipt states a digest.</summary>
    public static bool States(Receipt receipt, string member, Digest digest) => receipt.Body[member]?.ToString() == digest.ToString();

    /// <summary>The comparison as JSON.</summary>
    public static string Json(string source, Receipt receipt, Verification verification) => JsonText.Of(
        new()
        {
            ["file"] = source,
            ["receipt"] = receipt.ToString(),
            ["holds"] = verification.Holds,
            ["differences"] = JsonText.Texts(verification.Differences),
        },
        indented: true);
}

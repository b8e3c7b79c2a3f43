using CivicTech.Receipts;

namespace CivicTech.Samples;

/// <summary>What a verification showed, for people.</summary>
public static class VerificationText
{
    private const int ShownDifferences = 20;

    /// <summary>Recomputes what a receipt says, and shows whether it holds.</summary>
    /// <param name="file">The receipt.</param>
    /// <param name="source">What it is compared with.</param>
    /// <param name="json">Whether to write JSON.</param>
    /// <param name="console">Where it is shown.</param>
    /// <param name="verify">Compares it with the recomputation, and gives hints: what it is about that the source does not hold, one sentence each.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">The receipt cannot be read, or its rule is not known.</exception>
    public static int Write(string file, string source, bool json, AppConsole console, Func<Receipt, (Verification Verification, IEnumerable<string> Hints)> verify)
    {
        try
        {
            var receipt = Receipt.Parse(File.ReadAllText(file));
            var (verification, hints) = verify(receipt);
            console.WriteLine(json ? Json(source, receipt, verification) : Of(receipt, verification, hints));
            return verification.Holds ? ExitCode.Fine : ExitCode.Findings;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw InputException.At(file, exception.Message);
        }
        catch (ArgumentException exception)
        {
            throw InputException.At(file, InputException.Plain(exception));
        }
    }

    /// <summary>Whether a member of the receipt states a digest.</summary>
    public static bool States(Receipt receipt, string member, Digest digest) => receipt.Body[member]?.ToString() == digest.ToString();

    private static string Of(Receipt receipt, Verification verification, IEnumerable<string> hints)
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

    private static string Json(string source, Receipt receipt, Verification verification) => JsonText.Of(
        new()
        {
            ["file"] = source,
            ["receipt"] = receipt.ToString(),
            ["holds"] = verification.Holds,
            ["differences"] = JsonText.Texts(verification.Differences),
        },
        indented: true);
}

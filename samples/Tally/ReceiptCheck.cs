using CivicTech;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Receipts;
using CivicTech.Samples;

namespace Tally;

/// <summary>Recomputes what a receipt says from the election.</summary>
public sealed class ReceiptCheck(RuleRegistry rules, AppConsole console)
{
    private const int ShownDifferences = 20;

    /// <exception cref="InputException">The receipt or the election cannot be read, or the rule is not known.</exception>
    public int Run(string file, ElectionSource source, Tallier tallier, bool json)
    {
        try
        {
            var receipt = Receipt.Parse(File.ReadAllText(file));
            var reading = tallier.Read(source);
            tallier.ReportRepairs(source.Name, reading);
            var verification = AllocationReceipt.Verify(receipt, reading.Election, rules);
            console.WriteLine(json
                ? TallyJson.Write(source.Name, receipt.ToString(), verification.Differences)
                : Describe(receipt, reading.Election, verification));
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

    private static string Describe(Receipt receipt, Election election, Verification verification)
    {
        if (verification.Holds)
        {
            return $"The receipt holds: {receipt}";
        }

        var lines = new List<string> { $"The receipt does not hold: {receipt}" };
        if (!IsStated(receipt, "projects", election.ProjectsDigest))
        {
            lines.Add("It is about other projects or another budget than those of the file.");
        }

        if (!IsStated(receipt, "profile", election.Profile.Digest))
        {
            lines.Add("It is about other ballots than those of the file.");
        }

        lines.AddRange(verification.Differences.Take(ShownDifferences).Select(difference => "  " + difference));
        if (verification.Differences.Length > ShownDifferences)
        {
            lines.Add($"  … and {verification.Differences.Length - ShownDifferences} more; --json lists all.");
        }

        return string.Join('\n', lines);
    }

    private static bool IsStated(Receipt receipt, string member, Digest digest) => receipt.Body[member]?.ToString() == digest.ToString();
}

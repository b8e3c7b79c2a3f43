using CivicTech;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Receipts;
using CivicTech.Samples;

namespace Tally;

/// <summary>Recomputes what a receipt says from the election.</summary>
public sealed class ReceiptCheck(RuleRegistry rules, AppConsole console)
{
    /// <exception cref="InputException">The receipt or the election cannot be read, or the rule is not known.</exception>
    public int Run(string file, ElectionSource source, Tallier tallier, bool json) => VerificationText.Write(file, source.Name, json, console, receipt =>
    {
        var reading = tallier.Read(source);
        tallier.ReportRepairs(source.Name, reading);
        return (AllocationReceipt.Verify(receipt, reading.Election, rules), Hints(receipt, reading.Election));
    });

    private static IEnumerable<string> Hints(Receipt receipt, Election election)
    {
        if (!VerificationText.States(receipt, "projects", election.ProjectsDigest))
        {
            yield return "It is about other projects or another budget than those of the file.";
        }

        if (!VerificationText.States(receipt, "profile", election.Profile.Digest))
        {
            yield return "It is about other ballots than those of the file.";
        }
    }
}

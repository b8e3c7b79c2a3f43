using System.Text.RegularExpressions;

namespace CivicTech.Tests.Budgeting.Results;

/// <summary>Texts without the digests in them: those of plans and ballots have tests of their own.</summary>
internal static partial class Masked
{
    internal static string Digests(string text) => Digest().Replace(text, "sha256:…");

    [GeneratedRegex("sha256:[0-9a-f]{64}")]
    private static partial Regex Digest();
}

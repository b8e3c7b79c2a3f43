using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>Amounts of votes for people: exact where that is short, otherwise cut off and marked.</summary>
internal static class VoteText
{
    private const int Decimals = 6;

    /// <summary>Exact up to twelve decimals; longer fractions with six decimals and an ellipsis.</summary>
    internal static string Of(Rational votes) => Write(votes, cutMark: "…");

    /// <summary>A decimal number without exponent: exact up to twelve decimals, otherwise cut off after six.</summary>
    internal static string Plain(Rational votes) => Write(votes, cutMark: "");

    private static string Write(Rational votes, string cutMark)
    {
        var exact = votes.ToString();
        return exact.Contains('/', StringComparison.Ordinal) ? Cut(votes) + cutMark : exact;
    }

    private static string Cut(Rational votes) => ((votes * 1_000_000).Truncate() / 1_000_000).ToString() is var text && text.Contains('.', StringComparison.Ordinal)
        ? text.PadRight(text.IndexOf('.', StringComparison.Ordinal) + 1 + Decimals, '0')
        : text + ".000000";
}

using CivicTech.Numerics;

namespace CivicTech.Budgeting.Formats;

/// <summary>Amounts as files write them: exact decimals, never a float.</summary>
internal static class PabulibNumber
{
    /// <summary>Reads an amount; a decimal comma and blanks between digits are repaired.</summary>
    internal static bool TryParse(string text, PabulibDiagnostics diagnostics, (long Line, int Column) place, out Rational amount)
    {
        if (!text.Contains('/', StringComparison.Ordinal) && Rational.TryParse(text, out amount))
        {
            return true;
        }

        var repaired = Repair(text);
        if (repaired is null || repaired.Contains('/', StringComparison.Ordinal) || !Rational.TryParse(repaired, out amount))
        {
            amount = default;
            return false;
        }

        diagnostics.Repair("number", place, $"the number is written '{PabulibElectionReader.Shorten(text)}'; expected digits and a decimal point", $"read as {repaired}");
        return true;
    }

    private static string? Repair(string text)
    {
        var compact = string.Concat(text.Where(c => c is not (' ' or '\u00A0' or '\u202F')));
        var comma = compact.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            return compact == text ? Trim(compact) : compact;
        }

        // '1,000' may mean one or a thousand: that is not for a reader to decide.
        var decimals = compact.Length - comma - 1;
        return compact.LastIndexOf(',') == comma && !compact.Contains('.', StringComparison.Ordinal) && decimals is not (0 or 3)
            ? compact.Replace(',', '.')
            : null;
    }

    // '250000.' and '.5' are clear enough.
    private static string? Trim(string text) => text switch
    {
        [.. var whole, '.'] when whole.Length > 0 => whole,
        ['.', .. var fraction] when fraction.Length > 0 => "0." + fraction,
        _ => null,
    };
}

using System.Collections.Immutable;

namespace CivicTech.Budgeting.Formats;

/// <summary>Strict: throws at the first fault. Lenient: keeps the first hundred of each kind and counts the rest.</summary>
internal sealed class PabulibDiagnostics(bool isStrict)
{
    private const int KeptOfEachKind = 100;

    private readonly List<PabulibDiagnostic> _repairs = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    internal bool IsStrict => isStrict;

    internal long Count { get; private set; }

    internal ImmutableArray<PabulibDiagnostic> Repairs => [.. _repairs];

    /// <summary>A fault that lenient reading repairs.</summary>
    internal void Repair(string code, long line, int column, string found, string repair)
    {
        if (isStrict)
        {
            Refuse(code, line, column, found);
        }

        Count++;
        var count = _counts.GetValueOrDefault(code);
        if (count < KeptOfEachKind)
        {
            _counts[code] = count + 1;
            _repairs.Add(new PabulibDiagnostic(code, line, column, $"{found}; {repair}."));
        }
    }

    /// <summary>A fault that lenient reading repairs.</summary>
    internal void Repair(string code, (long Line, int Column) place, string found, string repair) =>
        Repair(code, place.Line, place.Column, found, repair);

    /// <summary>A fault whose meaning is not clear enough to repair.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    internal static void Refuse(string code, (long Line, int Column) place, string found) => Refuse(code, place.Line, place.Column, found);

    /// <summary>A fault whose meaning is not clear enough to repair.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    internal static void Refuse(string code, long line, int column, string found) =>
        throw new PabulibFormatException(new PabulibDiagnostic(code, line, column, found + "."));
}

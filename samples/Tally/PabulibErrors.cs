using CivicTech.Budgeting.Formats;
using CivicTech.Samples;

namespace Tally;

/// <summary>What the Pabulib reader finds, in the words of the app.</summary>
public static class PabulibErrors
{
    public static InputException Of(string source, PabulibFormatException exception) =>
        new($"{PlaceOf(source, exception.Diagnostic)}: {exception.Diagnostic.Message} [{exception.Diagnostic.Code}]");

    public static string PlaceOf(string source, PabulibDiagnostic diagnostic) => InputException.Place(source, diagnostic.Line, diagnostic.Column);
}

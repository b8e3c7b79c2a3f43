using CivicTech.Budgeting.Formats;

namespace Tally;

/// <summary>One election cannot be tallied; the others go on. The message starts with the place, as compilers write it.</summary>
public sealed class TallyException(string message) : Exception(message)
{
    public static TallyException At(string source, string message) => new($"{source}: {message}");

    public static TallyException Of(string source, PabulibFormatException exception) =>
        new($"{PlaceOf(source, exception.Diagnostic)}: {exception.Diagnostic.Message} [{exception.Diagnostic.Code}]");

    /// <summary><c>file:line:column</c>, as far as it is known.</summary>
    public static string PlaceOf(string source, PabulibDiagnostic diagnostic) => (diagnostic.Line, diagnostic.Column) switch
    {
        (0, _) => source,
        (_, 0) => FormattableString.Invariant($"{source}:{diagnostic.Line}"),
        _ => FormattableString.Invariant($"{source}:{diagnostic.Line}:{diagnostic.Column}"),
    };

    /// <summary>The message of an argument exception without the name of the parameter, which says nothing to people.</summary>
    public static string Plain(ArgumentException exception)
    {
        var suffix = $" (Parameter '{exception.ParamName}')";
        return exception.Message.EndsWith(suffix, StringComparison.Ordinal) ? exception.Message[..^suffix.Length] : exception.Message;
    }
}

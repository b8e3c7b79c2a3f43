namespace CivicTech.Samples;

/// <summary>An input cannot be worked on; exit code 1. The message starts with the place, as compilers write it.</summary>
public sealed class InputException(string message) : Exception(message)
{
    public static InputException At(string source, string message) => new($"{source}: {message}");

    public static InputException At(string source, long line, int column, string message) => At(Place(source, line, column), message);

    /// <summary><c>file:line:column</c>, as far as it is known; both count from 1.</summary>
    public static string Place(string source, long line, int column) => (line, column) switch
    {
        (0, _) => source,
        (_, 0) => FormattableString.Invariant($"{source}:{line}"),
        _ => FormattableString.Invariant($"{source}:{line}:{column}"),
    };

    /// <summary>The message of an argument exception without the name of the parameter, which says nothing to people.</summary>
    public static string Plain(ArgumentException exception)
    {
        var suffix = $" (Parameter '{exception.ParamName}')";
        return exception.Message.EndsWith(suffix, StringComparison.Ordinal) ? exception.Message[..^suffix.Length] : exception.Message;
    }

    /// <summary>Computes, and says in this exception's words why the library refuses to.</summary>
    /// <param name="source">The name to show.</param>
    /// <param name="compute">Does the computing.</param>
    public static T WhenRefused<T>(string source, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (ArgumentException exception)
        {
            throw At(source, Plain(exception));
        }
    }

    /// <summary>Reads, and says in this exception's words why a file cannot be read.</summary>
    /// <param name="source">The name to show.</param>
    /// <param name="noun">What it should be: "file", "file or folder".</param>
    /// <param name="read">Does the reading.</param>
    public static T WhenUnreadable<T>(string source, string noun, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw At(source, $"there is no such {noun}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw At(source, exception.Message);
        }
    }
}

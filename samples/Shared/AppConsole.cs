using System.Text;

namespace CivicTech.Samples;

/// <summary>Where an app writes: results to one writer, everything else to another. Progress is one line that is overwritten.</summary>
/// <remarks>Texts may come from files: characters that could steer a terminal, or turn the order of what it shows, are not passed on.</remarks>
public sealed class AppConsole(TextWriter output, TextWriter error, bool showsProgress)
{
    private string _progress = "";

    public TextWriter Output { get; } = output;

    public TextWriter ErrorOutput { get; } = error;

    /// <summary>The console of this process, in UTF-8.</summary>
    public static AppConsole OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, showsProgress: !Console.IsErrorRedirected);
    }

    public void Write(string text) => Output.Write(Tame(text));

    public void WriteLine(string line) => Write(line + "\n");

    public void Error(string line)
    {
        ClearProgress();
        ErrorOutput.Write(Tame(line + "\n"));
    }

    public void Progress(string line)
    {
        if (showsProgress && line != _progress)
        {
            ErrorOutput.Write($"\r{Tame(line).PadRight(_progress.Length)}");
            _progress = line;
        }
    }

    public void ClearProgress()
    {
        if (_progress.Length > 0)
        {
            ErrorOutput.Write($"\r{new string(' ', _progress.Length)}\r");
            _progress = "";
        }
    }

    private static string Tame(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(c => IsUnsafe(c) ? '\uFFFD' : c)) : text;

    // Control characters, and those that embed, override and isolate the direction of text; joiners are part of words.
    private static bool IsUnsafe(char c) =>
        (char.IsControl(c) && c is not '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

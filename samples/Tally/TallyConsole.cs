namespace Tally;

/// <summary>Where the app writes: results to one writer, everything else to another. Progress is one line that is overwritten.</summary>
/// <remarks>Texts may come from files: control characters, which could steer a terminal, are not passed on.</remarks>
public sealed class TallyConsole(TextWriter output, TextWriter error, bool showsProgress)
{
    private string _progress = "";

    public TextWriter Output { get; } = output;

    public TextWriter ErrorOutput { get; } = error;

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

    private static bool IsUnsafe(char c) => char.IsControl(c) && c is not '\n';
}

namespace CivicTech.Testing;

/// <summary>One run of an app in this process.</summary>
internal sealed record AppRun(int ExitCode, string Output, string Error)
{
    internal static AppRun Of(Func<TextWriter, TextWriter, int> app)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = app(output, error);
        return new(code, output.ToString(), error.ToString());
    }
}

namespace CivicTech.Samples;

/// <summary>Files that an app writes besides its output.</summary>
public static class OutputFile
{
    /// <summary>Writes a text and says so on standard error.</summary>
    /// <param name="file">The file.</param>
    /// <param name="noun">What it is: "receipt".</param>
    /// <param name="text">What it holds.</param>
    /// <param name="console">Where it is said.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string file, string noun, string text, AppConsole console)
    {
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw InputException.At(file, $"the {noun} cannot be written: {exception.Message}");
        }

        console.Error($"The {noun} is in {file}.");
    }
}

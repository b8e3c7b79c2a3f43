namespace CivicTech.Samples;

/// <summary>Options of a rule as the command line gives them: a JSON object, or @ and the name of a file that holds it.</summary>
public static class OptionsText
{
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static string Read(string? options)
    {
        if (options is not ['@', .. var path])
        {
            return options ?? "{}";
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The options cannot be read: {exception.Message}");
        }
    }
}

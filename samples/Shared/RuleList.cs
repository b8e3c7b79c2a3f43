namespace CivicTech.Samples;

/// <summary>The rules that an app has, for people.</summary>
public static class RuleList
{
    /// <summary>Writes a line for each: its id, and what it does.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(IReadOnlyCollection<RuleDefinition> rules, AppConsole console)
    {
        var width = rules.Max(rule => rule.Id.Length);
        foreach (var rule in rules)
        {
            console.WriteLine($"{rule.Id.PadRight(width)}  {rule.Summary}");
        }

        return ExitCode.Fine;
    }
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CivicTech.Testing;

/// <summary>
/// README.md and the pages of docs/. What they show as C# is what stands between the markers <c>// &lt;name&gt;</c> and <c>// &lt;/name&gt;</c> of
/// the examples in the folders <c>tests/*/Docs</c>, which are compiled and run as tests. Regions of one name are joined with a blank line.
/// </summary>
internal static partial class DocPages
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(FolderOfThisFile(), "..", ".."));

    public static IEnumerable<string> All =>
        Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"));

    public static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    public static IEnumerable<string> CodeOf(string page) => CodeBlock().Matches(Read(page)).Select(match => match.Groups[1].Value);

    public static IEnumerable<string> LinksOf(string page) => Link().Matches(Read(page)).Select(match => match.Groups[1].Value);

    public static Dictionary<string, string> Examples() => Directory.GetDirectories(Path.Combine(Root, "tests"), "*.Tests")
        .Select(project => Path.Combine(project, "Docs"))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.GetFiles(folder, "*Example.cs"))
        .Order(StringComparer.Ordinal)
        .SelectMany(file => Region().Matches(Read(file)))
        .GroupBy(match => match.Groups[1].Value)
        .ToDictionary(regions => regions.Key, regions => string.Join("\n", regions.Select(match => Dedent(match.Groups[2].Value))));

    /// <summary>Fails unless the page shows what the example beside the caller printed.</summary>
    public static void AssertShows(string page, string golden, [CallerFilePath] string caller = "") =>
        Assert.Contains(
            Read(Path.Combine(Path.GetDirectoryName(caller)!, golden + ".verified.txt")).TrimEnd('\n'),
            Read(Path.Combine(Root, page)),
            StringComparison.Ordinal);

    private static string Dedent(string code)
    {
        var lines = code.Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line.TrimStart()));
    }

    private static string FolderOfThisFile([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"^ *// <([a-z-]+)>\n(.*?)^ *// </\1>\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}

using System.Runtime.CompilerServices;
using System.Text;

namespace CivicTech.Testing;

/// <summary>
/// Compares a text with a file that lies beside the test, after Verify's conventions:
/// <c>Class.Method.verified.ext</c> is what was accepted, <c>Class.Method.received.ext</c> is written on a difference.
/// </summary>
/// <remarks>
/// Line ends and a trailing newline do not count. Running the tests with the environment variable
/// <c>UPDATE_GOLDEN=1</c> accepts whatever is received.
/// </remarks>
internal static class Golden
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Verify(
        string actual,
        string extension = "txt",
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "") =>
        Verify(actual, extension, sourceFile, method, accept: Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1");

    internal static void Verify(string actual, string extension, string sourceFile, string method, bool accept)
    {
        var folder = Path.GetDirectoryName(sourceFile);
        // A build that maps its source paths (/_/tests/...) would make every test write to nowhere.
        if (!Directory.Exists(folder))
        {
            Assert.Fail($"The folder of {sourceFile} does not exist here: build the tests with DeterministicSourcePaths=false.");
        }

        var stem = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        var verified = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        var text = Normalize(actual);
        var expected = File.Exists(verified) ? Normalize(File.ReadAllText(verified)) : null;

        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        if (accept)
        {
            File.WriteAllText(verified, text, Utf8);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text, Utf8);
        var reason = expected is null ? "There is no verified file yet." : FirstDifference(expected, text);
        Assert.Fail($"{reason}\n  verified: {verified}\n  received: {received}\nSet UPDATE_GOLDEN=1 to accept what was received.");
    }

    private static string Normalize(string text)
    {
        // All of them: a verified file is normalized again when it is read.
        return text.ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static string FirstDifference(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        return $"Line {line + 1} differs.\n  expected: {At(left, line)}\n  actual:   {At(right, line)}";
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(no such line)";
}

using CivicTech.Testing;
using Xunit.Sdk;

namespace CivicTech.Abstractions.Tests;

/// <summary>A golden file that never fails protects nothing, so the helper has tests of its own.</summary>
public sealed class GoldenTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("golden").FullName;

    private string Verified => Path.Combine(folder, "SomeTests.Some_Test_Holds.verified.txt");

    private string Received => Path.Combine(folder, "SomeTests.Some_Test_Holds.received.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Verify_SameTextWithOtherLineEnds_PassesAndRemovesStaleReceived()
    {
        File.WriteAllText(Verified, "one\r\ntwo\r\n");
        File.WriteAllText(Received, "stale");

        Verify("one\ntwo");

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Verify_OtherText_FailsNamingBothFilesAndTheFirstDifferingLine()
    {
        File.WriteAllText(Verified, "one\ntwo\nthree");

        var failure = Assert.Throws<FailException>(() => Verify("one\n2\n3"));

        Assert.Contains("Line 2 differs", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Verified, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Received, failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\n2\n3", File.ReadAllText(Received));
        Assert.Equal("one\ntwo\nthree", File.ReadAllText(Verified));
    }

    [Fact]
    public void Verify_ShorterText_Fails()
    {
        File.WriteAllText(Verified, "one\ntwo");

        var failure = Assert.Throws<FailException>(() => Verify("one"));

        Assert.Contains("Line 2 differs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NoVerifiedFile_FailsAndWritesReceived()
    {
        Assert.Throws<FailException>(() => Verify("one"));

        Assert.Equal("one", File.ReadAllText(Received));
        Assert.False(File.Exists(Verified));
    }

    [Fact]
    public void Verify_Accepting_WritesVerified()
    {
        Verify("one\n", accept: true);

        Assert.Equal("one", File.ReadAllText(Verified));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Verify_FolderThatDoesNotExist_Fails() =>
        Assert.Throws<FailException>(() => Golden.Verify("one", "txt", "/_/tests/SomeTests.cs", "Some_Test_Holds", accept: false));

    private void Verify(string actual, bool accept = false) =>
        Golden.Verify(actual, "txt", Path.Combine(folder, "SomeTests.cs"), "Some_Test_Holds", accept);
}

namespace Tally.Tests;

public sealed class ReceiptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Verify_ReceiptOfTheSameElection_Holds()
    {
        var receipt = _folder.Path("receipt.json");
        Assert.Equal(0, Run.Of("--receipt", receipt).ExitCode);

        var run = Run.Of("--verify", receipt);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("The receipt holds: sha256:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ReceiptOfAnotherElection_SaysSoAndReturns1()
    {
        var receipt = _folder.Path("receipt.json");
        Run.Of("--receipt", receipt);

        var run = Run.Of(_folder.Write("small.pb", SmallElection.File), "--verify", receipt);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("It is about other ballots than those of the file.", run.Output, StringComparison.Ordinal);
        Assert.Contains("  budget: the receipt states \"1020000\", recomputing gives \"100\".", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ReceiptThatWasChanged_IsRefused()
    {
        var receipt = _folder.Path("receipt.json");
        Run.Of("--receipt", receipt);
        File.WriteAllText(receipt, File.ReadAllText(receipt).Replace("1016000", "1016001", StringComparison.Ordinal));

        var run = Run.Of("--verify", receipt);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The receipt was changed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NoSuchReceipt_Returns1() => Assert.Equal(1, Run.Of("--verify", _folder.Path("nothing.json")).ExitCode);
}

using CivicTech.Samples;

namespace Tally;

/// <summary>What the command line asks for.</summary>
public sealed record TallyRequest
{
    public IReadOnlyList<string> Paths { get; init; } = [];

    public string? Rule { get; init; }

    public string? Options { get; init; }

    public bool ListRules { get; init; }

    public bool Replay { get; init; }

    public bool Declared { get; init; }

    public bool Strict { get; init; }

    public bool Trace { get; init; }

    public bool Json { get; init; }

    public string? ReceiptFile { get; init; }

    public string? VerifyFile { get; init; }

    /// <summary>Nothing but output options: the built-in election is tallied by its own rule.</summary>
    public bool IsDemo => Paths.Count == 0;

    /// <exception cref="UsageException">Options are combined that exclude each other.</exception>
    public void Check()
    {
        UsageException.ThrowIf(Replay && (Rule ?? Options) is not null, "--replay takes the rule from the file: leave out --rule and --options");
        UsageException.ThrowIf(Declared && !Replay, "--declared goes with --replay");
        UsageException.ThrowIf(VerifyFile is not null && (Replay || (Rule ?? Options ?? ReceiptFile) is not null || Trace),
            "--verify takes rule and options from the receipt: leave out --rule, --options, --replay, --receipt and --trace");
    }

    /// <exception cref="UsageException">The options work on one election only.</exception>
    public void CheckCount(int elections)
    {
        UsageException.ThrowIf(elections > 1 && ReceiptFile is not null, $"--receipt is for one election, not for {elections}");
        UsageException.ThrowIf(elections > 1 && VerifyFile is not null, $"--verify is for one election, not for {elections}");
        UsageException.ThrowIf(elections > 1 && Trace && !Json, $"--trace is for one election, not for {elections}; with --json it is for any number");
    }
}

using CivicTech.Samples;

namespace CouncilElection;

/// <summary>What the command line asks for.</summary>
public sealed record CouncilRequest
{
    public string? Path { get; init; }

    public IReadOnlyList<string> Rules { get; init; } = [];

    public string? Options { get; init; }

    public int? Seats { get; init; }

    public string? Seed { get; init; }

    public IReadOnlyList<string> Decisions { get; init; } = [];

    public bool ListRules { get; init; }

    public bool Ballots { get; init; }

    public bool Json { get; init; }

    public string? CsvFile { get; init; }

    public string? RctabFile { get; init; }

    public string? ReceiptFile { get; init; }

    public string? VerifyFile { get; init; }

    /// <summary>Without a file the built-in election is counted.</summary>
    public bool IsDemo => Path is null;

    /// <summary>What ties are drawn from; the built-in election has its own.</summary>
    public string? LotSeed => Seed ?? (IsDemo && Decisions.Count == 0 ? DemoLot.Seed : null);

    /// <exception cref="UsageException">Options are combined that exclude each other.</exception>
    public void Check()
    {
        UsageException.ThrowIf(Options is not null && Rules.Count != 1, "--options goes with one --rule");
        UsageException.ThrowIf(Options is not null && Seed is not null, "--seed sets the ties of every rule: with --options write them there");
        UsageException.ThrowIf(Seed is { Length: 0 }, "--seed is empty");
        UsageException.ThrowIf(Seats is < 1, "--seats is at least 1");
        UsageException.ThrowIf(VerifyFile is not null && (Rules.Count > 0 || Decisions.Count > 0 || (Options ?? Seed ?? ReceiptFile ?? CsvFile ?? RctabFile) is not null || Ballots),
            "--verify takes rule, options and decisions from the receipt: leave out everything but the file, --seats and --json");
    }
}

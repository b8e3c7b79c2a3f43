using CivicTech.Consensus.Concordance;
using CivicTech.Samples;

namespace Agreement;

/// <summary>What the command line asks for.</summary>
public sealed record AgreementRequest
{
    /// <summary>Null: the built-in panel.</summary>
    public string? File { get; init; }

    public string? LaterFile { get; init; }

    public bool Transposed { get; init; }

    public string? Weights { get; init; }

    public MissingRatings? Missing { get; init; }

    public ConstantRaters? Constant { get; init; }

    public int? Permutations { get; init; }

    public ulong? Seed { get; init; }

    public double? Level { get; init; }

    public bool Json { get; init; }

    /// <summary>The library's options with what was asked for.</summary>
    public ConcordanceOptions Options
    {
        get
        {
            var options = new ConcordanceOptions();
            Configure(options);
            return options;
        }
    }

    /// <summary>Changes what was asked for; the library's defaults stay where nothing was.</summary>
    public void Configure(ConcordanceOptions options)
    {
        options.Missing = Missing ?? options.Missing;
        options.ConstantRaters = Constant ?? options.ConstantRaters;
        options.Permutations = Permutations ?? options.Permutations;
        options.Seed = Seed ?? options.Seed;
        options.ConfidenceLevel = Level ?? options.ConfidenceLevel;
    }

    /// <exception cref="UsageException">Options are combined that exclude each other.</exception>
    public void Check() => UsageException.ThrowIf(
        File is null && (Transposed || Weights is not null), "--transposed and --weights say how FILE is written: name a file");
}

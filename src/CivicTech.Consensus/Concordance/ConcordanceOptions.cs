using System.ComponentModel.DataAnnotations;

namespace CivicTech.Consensus.Concordance;

/// <summary>How concordance is measured. Checked when the host starts and by <see cref="KendallW"/>, which keeps a copy.</summary>
public sealed class ConcordanceOptions
{
    /// <summary>What happens where ratings are missing; refused unless said otherwise.</summary>
    [EnumDataType(typeof(MissingRatings))]
    public MissingRatings Missing { get; set; } = MissingRatings.Refuse;

    /// <summary>How raters count who rated different numbers of items; only with <see cref="MissingRatings.IncompleteBlocks"/>.</summary>
    [EnumDataType(typeof(BlockWeighting))]
    public BlockWeighting BlockWeighting { get; set; } = BlockWeighting.Unit;

    /// <summary>What happens with raters who tell nothing apart; left out and listed unless said otherwise.</summary>
    [EnumDataType(typeof(ConstantRaters))]
    public ConstantRaters ConstantRaters { get; set; } = ConstantRaters.Exclude;

    /// <summary>The confidence of intervals: from 0.5 to 0.9999, usually 0.95.</summary>
    [Range(0.5, 0.9999)]
    public double ConfidenceLevel { get; set; } = 0.95;

    /// <summary>
    /// How much work the exact test may take, in steps of its dynamic programme (some ten million a second); 0 turns it off. It gives up
    /// sooner where it would need more than about 100 MB.
    /// A count of steps, not of seconds, so that every machine chooses the same test.
    /// </summary>
    [Range(0, 1_000_000_000_000)]
    public long ExactSteps { get; set; } = 20_000_000;

    /// <summary>How many permutations are drawn where the exact test is too much work: from 0 (none) to 10,000,000.</summary>
    [Range(0, 10_000_000)]
    public int Permutations { get; set; } = 9_999;

    /// <summary>Where the generator of permutations starts. The same seed gives the same p on every machine and with any number of threads.</summary>
    public ulong Seed { get; set; }

    /// <summary>How many threads may work on permutations, at least 1; null means as many as there are processors.</summary>
    [Range(1, 1024)]
    public int? MaxDegreeOfParallelism { get; set; }

    internal ConcordanceOptions Clone() => (ConcordanceOptions)MemberwiseClone();
}

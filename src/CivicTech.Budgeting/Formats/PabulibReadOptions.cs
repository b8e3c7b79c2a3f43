namespace CivicTech.Budgeting.Formats;

/// <summary>How a Pabulib file is read.</summary>
public sealed class PabulibReadOptions
{
    /// <summary>Refuses whatever departs from the format.</summary>
    public static PabulibReadOptions Strict { get; } = new() { IsStrict = true };

    /// <summary>Repairs what real files contain and reports each repair.</summary>
    public static PabulibReadOptions Lenient { get; } = new();

    /// <summary>
    /// Whether the first departure from the format is an error. Otherwise it is repaired where the meaning is clear, and reported. Only a
    /// strict reading notices a voter who occurs twice, which takes some 40 bytes of memory a voter, and a ballot whose projects cost more or
    /// less together than META allows.
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>Is told, now and then, how many bytes have been read.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Ends a long reading early.</summary>
    public CancellationToken CancellationToken { get; init; }
}

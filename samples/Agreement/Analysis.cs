using Agreement.Reading;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;

namespace Agreement;

/// <summary>All that was found out about a panel.</summary>
public sealed record Analysis
{
    /// <summary>The words for values of W.</summary>
    public static InterpretationBands Words => InterpretationBands.Schmidt;

    public required AgreementRequest Request { get; init; }

    public required RatingsFile File { get; init; }

    public required ConcordanceResult Result { get; init; }

    /// <summary>W in a word; null when it is undefined.</summary>
    public string? Label => Words.Label(Result.W);

    /// <summary>Null when ratings are missing and all are kept.</summary>
    public IReadOnlyList<RaterContribution>? Contributions { get; init; }

    /// <summary>The later round; null when none was named.</summary>
    public RatingsFile? Later { get; init; }

    /// <summary>From <see cref="File"/> to <see cref="Later"/>.</summary>
    public ConcordanceChange? Change { get; init; }
}

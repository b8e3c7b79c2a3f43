namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>How a count with surpluses goes.</summary>
internal sealed class SurplusPlan
{
    internal required int Seats { get; init; }

    internal required SurplusOrder Order { get; init; }

    internal required SurplusMethod Method { get; init; }

    internal required HopelessRule Hopeless { get; init; }

    internal required bool TransfersLastSurplus { get; init; }
}

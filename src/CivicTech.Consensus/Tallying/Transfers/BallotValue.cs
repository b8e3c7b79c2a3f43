namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>What a ballot is worth after the transfer of a surplus.</summary>
internal static class BallotValue
{
    internal static T After<T, TArithmetic>(TArithmetic arithmetic, CountedAction<T> action, T value)
        where T : struct, IComparable<T>
        where TArithmetic : struct, IVoteArithmetic<T> =>
        arithmetic.Part(action.EveryBallotIsOne ? arithmetic.Of(1) : value, action.Part!.Value.Surplus, action.Part.Value.Total);
}

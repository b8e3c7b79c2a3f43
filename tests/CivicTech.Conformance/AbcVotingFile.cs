using CivicTech.Ballots;

namespace CivicTech.Conformance;

/// <summary>A file of abcvoting: approval ballots over numbered candidates, and the committees that rules elect.</summary>
/// <param name="Name">The file, without its folder.</param>
/// <param name="Profile">The ballots.</param>
/// <param name="Seats">The size of the committee.</param>
/// <param name="Computations">What rules elect.</param>
internal sealed record AbcVotingFile(string Name, ApprovalProfile Profile, int Seats, IReadOnlyList<AbcVotingComputation> Computations)
{
    /// <summary>A committee as files write it, in rising order.</summary>
    internal static string Text(IEnumerable<int> committee) => $"[{string.Join(", ", committee.Order())}]";
}

/// <summary>What a rule elects.</summary>
/// <param name="RuleId">The rule by abcvoting's name.</param>
/// <param name="Committees">The committees; null where they were not computed.</param>
/// <param name="IsResolute">Whether one of the committees is asked for, whichever, instead of exactly these.</param>
internal sealed record AbcVotingComputation(string RuleId, IReadOnlyList<int[]>? Committees, bool IsResolute);

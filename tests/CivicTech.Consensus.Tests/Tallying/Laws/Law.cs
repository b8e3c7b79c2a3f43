namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>
/// What a rule for one winner may promise. Each law is tested once, on every rule that declares it; a rule that does not declare it has a
/// counterexample. Those that compare two elections speak of results that are decided without a tie.
/// </summary>
[Flags]
internal enum Law
{
    None = 0,

    /// <summary>Whom more than half of the voters prefer to everybody else wins.</summary>
    MajorityWinner = 1,

    /// <summary>Who beats everybody else in pairs wins.</summary>
    CondorcetWinner = 2,

    /// <summary>Whom everybody else beats in pairs does not win.</summary>
    CondorcetLoser = 4,

    /// <summary>The winner is in the smallest set of which each member beats everybody outside.</summary>
    SmithSet = 8,

    /// <summary>A winner who is raised on some ballots, all else unchanged, still wins.</summary>
    Monotonicity = 16,

    /// <summary>Copies beside a candidate on every ballot neither help nor harm: somebody else wins as before, or the candidate or a copy.</summary>
    Clones = 32,

    /// <summary>Who wins does not win when every ballot is turned around.</summary>
    Reversal = 64,

    /// <summary>Voters who come, all with one ballot, do not get a winner whom they like less than the one without them.</summary>
    Participation = 128,
}

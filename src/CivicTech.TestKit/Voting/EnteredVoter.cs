using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.TestKit.Voting;

/// <summary>Somebody who is to be on a roll.</summary>
public sealed record EnteredVoter
{
    internal EnteredVoter(string cycle, VoterKey key, RollEntry entry)
    {
        (Cycle, Key, Entry) = (cycle, key, entry);
    }

    /// <summary>In which cycle.</summary>
    public string Cycle { get; }

    /// <summary>The key of the voter in that cycle.</summary>
    public VoterKey Key { get; }

    /// <summary>What the roll knows.</summary>
    public RollEntry Entry { get; }
}

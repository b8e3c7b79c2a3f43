using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>A committee in the making, and what a change of it would change, in whatever numbers are wide enough.</summary>
internal interface IThieleState
{
    void Add(int candidate);

    void Remove(int candidate);

    /// <summary>What adding a candidate who is not in would add.</summary>
    Rational Gain(int candidate);

    /// <summary>What removing a member would take away.</summary>
    Rational Loss(int member);

    /// <summary>Who of some candidates who are not in would add most: all that add the same.</summary>
    List<int> MostGaining(IEnumerable<int> candidates);

    /// <summary>Who of some members would take least away: all that take the same.</summary>
    List<int> LeastMissed(IEnumerable<int> members);

    /// <summary>A search for the best committees; the committee must be empty.</summary>
    ICommitteeSearch Search(CommitteeSearchOptions options);
}

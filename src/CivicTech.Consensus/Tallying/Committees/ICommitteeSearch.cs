using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>A search for committees of the best score.</summary>
internal interface ICommitteeSearch
{
    /// <summary>Whether the limit of work was met.</summary>
    bool IsStopped { get; }

    /// <summary>Whether <see cref="BestScore"/> is certainly the best.</summary>
    bool IsProven { get; }

    /// <summary>The best committee found by <see cref="Improve"/>, ascending.</summary>
    int[] Best { get; }

    Rational BestScore { get; }

    /// <summary>What no committee's score is above.</summary>
    Rational Bound { get; }

    /// <summary>Finds the best score, or stops.</summary>
    void Improve();

    /// <summary>Committees of the best score that have some members and do not have others.</summary>
    /// <param name="inside">Who is a member.</param>
    /// <param name="outside">Who is none.</param>
    /// <param name="limit">Stops after so many.</param>
    /// <returns>All of them, each ascending, when there are fewer than the limit and the search was not stopped.</returns>
    List<int[]> Find(IReadOnlyList<int> inside, IReadOnlyList<int> outside, int limit);
}

using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Scores in whole units. Arithmetic is unchecked: <see cref="ThieleScale.Begin"/> chose numbers that are wide enough.</summary>
internal sealed class ThieleState<T> : IThieleState
    where T : struct, IBinaryInteger<T>
{
    private readonly ThieleScale _scale;
    private readonly int[] _members;

    internal ThieleState(ApprovalBallots ballots, ThieleScale scale)
    {
        _scale = scale;
        Ballots = ballots;
        _members = new int[ballots.Approved.Length];

        // A place more: nobody has use for a member beyond the last.
        Units = [.. scale.Units.Select(T.CreateChecked), T.Zero];
        Weights = new T[_members.Length];
        for (var ballot = 0; ballot < Weights.Length; ballot++)
        {
            Weights[ballot] = T.CreateChecked(ballots.Profile.WeightOf(ballot));
        }

        Gains = [.. ballots.Approving.Select(approving => approving.Aggregate(T.Zero, (sum, ballot) => sum + Weights[ballot]) * Units[0])];
    }

    internal ApprovalBallots Ballots { get; }

    internal T[] Units { get; }

    internal T[] Weights { get; }

    /// <summary>What one more candidate would add; without a meaning for members.</summary>
    internal T[] Gains { get; }

    internal T Score { get; private set; }

    /// <summary>How many members each ballot approves of.</summary>
    internal ReadOnlySpan<int> Members => _members;

    public void Add(int candidate)
    {
        Score += Gains[candidate];
        foreach (var ballot in Ballots.Approving[candidate])
        {
            var members = _members[ballot]++;
            Change(ballot, Units[members + 1] - Units[members]);
        }
    }

    public void Remove(int candidate)
    {
        foreach (var ballot in Ballots.Approving[candidate])
        {
            var members = --_members[ballot];
            Change(ballot, Units[members] - Units[members + 1]);
        }

        Score -= Gains[candidate];
    }

    public Rational Gain(int candidate) => Amount(Gains[candidate]);

    public Rational Loss(int member) => Amount(LossOf(member));

    public List<int> MostGaining(IEnumerable<int> candidates) => Best(candidates, candidate => Gains[candidate]);

    public List<int> LeastMissed(IEnumerable<int> members) => Best(members, member => -LossOf(member));

    public ICommitteeSearch Search(CommitteeSearchOptions options) => new CommitteeSearch<T>(this, options);

    internal Rational Amount(T units) => _scale.Amount(BigInteger.CreateChecked(units));

    private T LossOf(int member)
    {
        var loss = T.Zero;
        foreach (var ballot in Ballots.Approving[member])
        {
            loss += Units[_members[ballot] - 1] * Weights[ballot];
        }

        return loss;
    }

    private void Change(int ballot, T difference)
    {
        if (T.IsZero(difference))
        {
            return;
        }

        difference *= Weights[ballot];
        foreach (var candidate in Ballots.Approved[ballot])
        {
            Gains[candidate] += difference;
        }
    }

    private static List<int> Best(IEnumerable<int> among, Func<int, T> value)
    {
        var best = new List<int>();
        var highest = T.Zero;
        foreach (var candidate in among)
        {
            var mine = value(candidate);
            if (best.Count == 0 || mine > highest)
            {
                best.Clear();
                highest = mine;
            }

            if (mine == highest)
            {
                best.Add(candidate);
            }
        }

        return best;
    }
}

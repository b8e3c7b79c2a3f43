namespace CivicTech.Consensus.Tallying.Committees;

internal sealed partial class CommitteeSearch<T>
{
    // Looking for the best score, a branch must be able to beat it; looking for committees, to reach it.
    private bool IsPromising(T bound) => _found is null ? bound > _best : bound >= _best;

    private T BoundFrom(int[] pool, int next, int wanted)
    {
        var byGains = _state.Score;
        for (var i = next; i < next + wanted; i++)
        {
            byGains += _state.Gains[pool[i]];
        }

        if (wanted == 1 || !IsPromising(byGains))
        {
            return byGains;
        }

        var byBallots = _state.Score;
        var members = _state.Members;
        for (var ballot = 0; ballot < _open.Length; ballot++)
        {
            var more = Math.Min(wanted, _open[ballot]);
            if (more > 0)
            {
                byBallots += (_sums[members[ballot] + more] - _sums[members[ballot]]) * _state.Weights[ballot];
            }
        }

        return T.Min(byGains, byBallots);
    }

    // What a stopped search has not looked at: each branch that it is in tells of those behind it.
    private void NoteUnseen(int[] pool, int size, int next, int wanted)
    {
        if (IsStopped && size - next >= wanted)
        {
            _bound = T.Max(_bound, BoundFrom(pool, next, wanted));
        }
    }
}

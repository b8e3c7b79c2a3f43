namespace CivicTech.Ties;

/// <summary>
/// The choices that a deterministic run makes at open ties, counted like an odometer: a run that asks the same questions again gets
/// the next answers, until every sequence of answers was given.
/// </summary>
internal sealed class Choices
{
    private readonly List<(int Taken, int Of)> _made = [];
    private int _asked;

    /// <summary>Whether the run asked at all.</summary>
    internal bool WereMade => _made.Count > 0;

    /// <summary>The round in which the run first asked; 0 if it did not.</summary>
    internal int FirstRound { get; private set; }

    /// <summary>An answer from 0 to <paramref name="of"/> - 1; in the first run always 0.</summary>
    internal int Take(int round, int of)
    {
        if (_asked == 0)
        {
            FirstRound = round;
        }

        if (_asked == _made.Count)
        {
            _made.Add((0, of));
        }

        return _made[_asked++].Taken;
    }

    /// <summary>Goes on to the next sequence of answers; false when there is none.</summary>
    internal bool Advance()
    {
        _asked = 0;
        while (_made.Count > 0)
        {
            var (taken, of) = _made[^1];
            if (taken + 1 < of)
            {
                _made[^1] = (taken + 1, of);
                return true;
            }

            _made.RemoveAt(_made.Count - 1);
        }

        return false;
    }
}

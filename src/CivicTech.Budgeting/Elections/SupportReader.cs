using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Elections;

/// <summary>What one ballot supports, each project once and ascending.</summary>
internal sealed class SupportReader
{
    private readonly Election _election;
    private readonly SupportWorth _worth;
    private readonly List<(int Project, Rational Worth)> _ballot = [];
    private readonly int[] _seenOn;
    private int _reads;

    /// <exception cref="ArgumentException">The ballots do not carry such support.</exception>
    internal SupportReader(Election election, SupportWorth worth)
    {
        _election = election;
        _worth = worth;
        _seenOn = new int[election.Projects.Length];
        var kind = election.Profile.Kind;
        var isKnown = worth.Kind switch
        {
            SupportKind.Points => kind is ProfileKind.Cardinal or ProfileKind.Ordinal,
            SupportKind.Borda => kind is ProfileKind.Ordinal,
            SupportKind.Naming => kind is not ProfileKind.Graded,
            _ => true,
        };
        if (!isKnown)
        {
            throw new ArgumentException(worth.Kind switch
            {
                SupportKind.Points => $"The rule needs points, but {kind} ballots carry none.",
                SupportKind.Borda => $"Borda utilities need rankings; these ballots are {kind}.",
                _ => "Grades do not say which projects a voter supports: give a utility of your own, or convert the profile to approvals.",
            }, nameof(election));
        }
    }

    /// <summary>Appends what a ballot supports; values are asked for unless every supporter counts alike.</summary>
    internal void Read(Profile profile, int ballot, List<int> supported, List<Rational>? values)
    {
        if (profile is ApprovalProfile && values is null)
        {
            supported.AddRange(profile.CandidatesOf(ballot));
            return;
        }

        _ballot.Clear();
        _reads++;
        var named = profile.CandidatesOf(ballot);
        var ballotValues = profile is ApprovalProfile ? default : profile.Columns.ValuesOf(ballot);
        var length = profile is OrdinalProfile ? CountDistinct(named) : named.Length;
        for (var i = 0; i < named.Length; i++)
        {
            // A ranking may hold a candidate twice: its best rank, which comes first, counts.
            if (_seenOn[named[i]] != _reads)
            {
                _seenOn[named[i]] = _reads;
                Add(named[i], WorthOf(profile, ballot, named[i], profile is ApprovalProfile ? 1 : ballotValues[i], length));
            }
        }

        if (_worth.Kind == SupportKind.Points && profile is CardinalProfile && !_election.DefaultScore.IsZero)
        {
            for (var project = 0; project < _seenOn.Length; project++)
            {
                if (_seenOn[project] != _reads)
                {
                    Add(project, _election.DefaultScore);
                }
            }
        }

        _ballot.Sort((one, other) => one.Project.CompareTo(other.Project));
        foreach (var (project, worth) in _ballot)
        {
            supported.Add(project);
            values?.Add(worth);
        }
    }

    private int CountDistinct(ReadOnlySpan<int> named)
    {
        var distinct = 0;
        foreach (var project in named)
        {
            if (_seenOn[project] != _reads)
            {
                _seenOn[project] = _reads;
                distinct++;
            }
        }

        _reads++;
        return distinct;
    }

    private Rational WorthOf(Profile profile, int ballot, int project, long value, int length) => _worth.Kind switch
    {
        SupportKind.Own => _worth.Own!.UtilityOf(_election, profile, ballot, project),
        SupportKind.Borda => Math.Max(0, length - value),
        SupportKind.Points when profile is CardinalProfile scores => new Rational(value, CardinalScale.PowerOfTen(scores.Decimals)),
        SupportKind.Points => Math.Max(0, (_election.MaxBallotLength ?? _election.Projects.Length) - value + 1),

        // Who is against a project, or gives it no point, does not support it.
        _ => profile is CardinalProfile or SignedProfile ? Math.Sign(value) > 0 ? 1 : 0 : 1,
    };

    private void Add(int project, Rational worth)
    {
        if (worth < 0)
        {
            throw new ArgumentException(
                $"A ballot gives project '{_election.Projects[project].Id}' the utility {worth}; this rule needs utilities of zero or more.", nameof(worth));
        }

        if (worth > 0)
        {
            _ballot.Add((project, worth));
        }
    }
}

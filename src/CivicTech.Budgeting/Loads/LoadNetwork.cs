using System.Numerics;
using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Loads;

/// <summary>Shares the cost of projects among their supporters so that nobody carries more than a bound, as far as that is possible.</summary>
/// <remarks>
/// Money flows from projects to groups of voters. With the bound p/q a project sends q times its cost and a group takes up to p times its
/// voters, so that everything is whole. Besides the projects of the network one guest at a time can take part, of which only some voters of
/// a group may be supporters: they take up to p each of it. The flow of the others is kept, so that a guest only has to find its own way.
/// </remarks>
/// <typeparam name="T">Whole numbers in which the cost of all projects times the number of all voters is exact.</typeparam>
internal sealed partial class LoadNetwork<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly VoterFold _fold;
    private readonly T[] _costs;
    private readonly T[] _weights;

    // Entries are pairs of a project and a group of its supporters, numbered by group; those of the guest, which is numbered as the last
    // project, come behind them.
    private readonly int _projects;
    private readonly int _entries;
    private readonly int[] _entryProject;
    private readonly int[] _entryGroup;
    private readonly int[] _projectStarts;
    private readonly int[] _projectEntries;

    // For each group, how many of its voters support the guest, and its entry; -1 for none.
    private readonly T[] _guestWeights;
    private readonly int[] _guestEntry;

    // The flow of the projects alone, the bound that it keeps, and the flow in whole units of money.
    private readonly T[] _sharedFlow;
    private readonly T[] _sharedWhole;
    private Load<T> _shared = Load<T>.None;

    /// <summary>Makes the network of some projects.</summary>
    /// <param name="fold">The voters, folded by these projects.</param>
    /// <param name="costs">What each of them costs, in units of money that are small against any cost.</param>
    internal LoadNetwork(VoterFold fold, IReadOnlyList<T> costs)
    {
        _fold = fold;
        _projects = costs.Count;
        _costs = [.. costs, T.Zero];
        _weights = [.. fold.Weights.Select(T.CreateChecked)];
        _entries = fold.Projects.Length;
        var most = _entries + fold.Groups;
        _entryProject = new int[most];
        fold.Projects.CopyTo(_entryProject, 0);
        _entryProject.AsSpan(_entries).Fill(_projects);
        _entryGroup = new int[most];
        _projectEntries = new int[most];
        _projectStarts = new int[_projects + 2];
        _guestWeights = new T[fold.Groups];
        _guestEntry = new int[fold.Groups];
        Array.Fill(_guestEntry, -1);
        _sharedFlow = new T[_entries];
        _sharedWhole = new T[_entries];
        _flow = new T[most];
        _room = new T[fold.Groups];
        _unsent = new T[_projects + 1];
        _projectLevels = new int[_projects + 1];
        _groupLevels = new int[fold.Groups];
        _projectCursors = new int[_projects + 1];
        _groupCursors = new int[fold.Groups];
        LinkProjects();
    }

    /// <summary>Whether the projects alone can be shared within a bound. If so, that is where every <see cref="Exceeds"/> starts.</summary>
    internal bool Share(Load<T> bound, CancellationToken cancellation)
    {
        Start(bound);
        Send(cancellation);
        _flow.AsSpan(0, _entries).CopyTo(_sharedFlow);
        _shared = bound;
        for (var entry = 0; entry < _entries; entry++)
        {
            _sharedWhole[entry] = _flow[entry] / bound.Voters;
        }

        return !_unsent.Any(unsent => unsent > T.Zero);
    }

    /// <summary>Lets a project take part beside those of the network. O(supporters).</summary>
    internal void Join(SupportTable support, int guest, T cost)
    {
        Leave();
        _costs[_projects] = cost;
        var end = _entries;
        foreach (var ballotClass in support.SupportersOf(guest))
        {
            var group = _fold.GroupOf[ballotClass];
            if (_guestEntry[group] < 0)
            {
                _guestEntry[group] = end;
                _entryGroup[end] = group;
                _projectEntries[end] = end;
                end++;
            }

            _guestWeights[group] += T.CreateChecked(support.Weights[ballotClass]);
        }

        _projectStarts[_projects + 1] = end;
    }

    /// <summary>
    /// What the supporters of some of the projects, the guest among them, carry at least, if that is more than a bound; null if all can be
    /// shared within the bound. The bound is one that the projects alone can keep.
    /// </summary>
    internal Load<T>? Exceeds(Load<T> bound, CancellationToken cancellation)
    {
        Start(bound);
        Send(cancellation);
        return _unsent.Any(unsent => unsent > T.Zero) ? Tightest() : null;
    }

    private void Leave()
    {
        for (var entry = _entries; entry < _projectStarts[_projects + 1]; entry++)
        {
            _guestEntry[_entryGroup[entry]] = -1;
            _guestWeights[_entryGroup[entry]] = T.Zero;
        }

        _projectStarts[_projects + 1] = _entries;
        _costs[_projects] = T.Zero;
    }

    private void LinkProjects()
    {
        foreach (var project in _fold.Projects)
        {
            _projectStarts[project + 1]++;
        }

        for (var project = 0; project < _projects; project++)
        {
            _projectStarts[project + 1] += _projectStarts[project];
        }

        _projectStarts[_projects + 1] = _entries;
        var places = _projectStarts.AsSpan(0, _projects).ToArray();
        for (var group = 0; group < _fold.Groups; group++)
        {
            for (var entry = _fold.Starts[group]; entry < _fold.Starts[group + 1]; entry++)
            {
                _entryGroup[entry] = group;
                _projectEntries[places[_fold.Projects[entry]]++] = entry;
            }
        }
    }

    // What the last search for ways reached: projects that cannot send everything, and the supporters of all of them.
    private Load<T> Tightest()
    {
        var cost = T.Zero;
        for (var project = 0; project <= _projects; project++)
        {
            cost += _projectLevels[project] < 0 ? T.Zero : _costs[project];
        }

        var voters = T.Zero;
        for (var group = 0; group < _room.Length; group++)
        {
            // A group that only the guest leads to, and that takes all it can of it, counts with its supporters alone.
            voters += _groupLevels[group] >= 0 ? _weights[group] : _guestWeights[group];
        }

        return new Load<T>(cost, voters);
    }
}

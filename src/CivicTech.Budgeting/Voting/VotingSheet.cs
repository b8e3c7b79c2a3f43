using System.Collections.Frozen;
using System.Collections.Immutable;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Budgeting.Voting;

/// <summary>All that a decision about a vote needs to know of the cycle: the plan, an edition of the official ballot, and when votes are taken.</summary>
/// <remarks>Immutable, hence safe to share between threads. Make one for each edition and keep it: making it takes O(n) for n projects.</remarks>
public sealed class VotingSheet
{
    private readonly FrozenDictionary<string, int> _areas;
    private readonly FrozenDictionary<string, int> _projects;

    /// <summary>A sheet.</summary>
    /// <param name="cycle">The host's id of the cycle, 1 to 200 characters.</param>
    /// <param name="plan">The plan, without problems.</param>
    /// <param name="ballot">An edition of the official ballot, with the areas of the plan.</param>
    /// <param name="windows">When votes are taken, by the id of the area; an area that is not named takes none. Windows of one area do not overlap and are in order.</param>
    /// <exception cref="ArgumentException">They do not fit together; the message says where.</exception>
    public VotingSheet(string cycle, VotingPlan plan, OfficialBallot ballot, IReadOnlyDictionary<string, ImmutableArray<TimeWindow>> windows)
    {
        ProcessName.Check(cycle, ProcessName.LongestId, nameof(cycle));
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(ballot);
        ArgumentNullException.ThrowIfNull(windows);
        SheetCheck.Check(plan, ballot, windows);
        (Cycle, Plan, Ballot, Edition) = (cycle, plan, ballot, ballot.Edition);
        Areas = [.. ballot.Areas.Select((area, place) => new AreaSheet(plan, ballot, place, windows.GetValueOrDefault(area.Id) is { IsDefault: false } times ? times : []))];
        ProjectIds = [.. ballot.Projects.Select(project => project.Id)];
        _areas = Areas.Select((area, place) => KeyValuePair.Create(area.Id, place)).ToFrozenDictionary(StringComparer.Ordinal);
        _projects = ProjectIds.Select((id, place) => KeyValuePair.Create(id, place)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The host's id of the cycle.</summary>
    public string Cycle { get; }

    /// <summary>The edition of the ballot.</summary>
    public int Edition { get; }

    /// <summary>The plan.</summary>
    public VotingPlan Plan { get; }

    /// <summary>The official ballot.</summary>
    public OfficialBallot Ballot { get; }

    /// <summary>In the order of the ballot.</summary>
    internal ImmutableArray<AreaSheet> Areas { get; }

    internal ImmutableArray<string> ProjectIds { get; }

    internal AreaSheet? Find(string area) => _areas.TryGetValue(area, out var place) ? Areas[place] : null;

    internal int AreaPlaceOf(string area) => _areas.TryGetValue(area, out var place) ? place : throw new InvalidOperationException($"There is no area '{area}' in '{Cycle}'.");

    /// <summary>The place of a project on the ballot; -1 when it is not there.</summary>
    internal int PlaceOf(string project) => _projects.TryGetValue(project, out var place) ? place : -1;
}

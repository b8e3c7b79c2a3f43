using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Numerics;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Elections;

/// <summary>A participatory-budget election: projects with costs, a budget limit, and what the voters said.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Election
{
    private readonly Lazy<Digest> _projectsDigest;
    private readonly Lazy<ImmutableArray<Rational>> _votes;
    private readonly Lazy<ImmutableArray<Rational>?> _points;
    private readonly ConcurrentDictionary<SupportWorth, SupportTable> _supports = new();

    /// <summary>Makes an election.</summary>
    /// <param name="budgetLimit">What may be spent, in the election's own unit of money; zero or more.</param>
    /// <param name="projects">The projects in listed order, each identifier once.</param>
    /// <param name="profile">The ballots; its candidates are the projects in the same order.</param>
    /// <exception cref="ArgumentException">The candidates of the profile are not the projects.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The budget limit is negative.</exception>
    public Election(Rational budgetLimit, IEnumerable<Project> projects, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(projects);
        ArgumentNullException.ThrowIfNull(profile);
        if (budgetLimit < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(budgetLimit), budgetLimit, "The budget limit is negative.");
        }

        BudgetLimit = budgetLimit;
        Projects = [.. projects];
        Profile = profile;
        if (!profile.Candidates.SequenceEqual(Projects.Select(project => project.Id), StringComparer.Ordinal))
        {
            throw new ArgumentException("The candidates of the profile must be the projects, in the same order.", nameof(profile));
        }

        _projectsDigest = new Lazy<Digest>(() => ElectionDigest.OfProjects(this));
        _votes = new(() => [.. Supporters.Of(Profile).Select(votes => (Rational)votes)]);
        _points = new(SumPoints);
    }

    /// <summary>Makes an election whose voters come in groups with amounts of their own.</summary>
    /// <param name="budgetLimit">What may be spent, in the election's own unit of money; zero or more.</param>
    /// <param name="projects">The projects in listed order, each identifier once.</param>
    /// <param name="groups">At least one; the profile of the election is the sum of theirs.</param>
    /// <exception cref="ArgumentException">There is no group, their ballots are of different kinds, or their candidates are not the projects.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The budget limit is negative.</exception>
    public Election(Rational budgetLimit, IEnumerable<Project> projects, params IReadOnlyList<VoterGroup> groups)
        : this(budgetLimit, projects, Merge(groups)) => VoterGroups = [.. groups];

    /// <summary>What may be spent, in the election's own unit of money.</summary>
    public Rational BudgetLimit { get; }

    /// <summary>The projects in listed order.</summary>
    public ImmutableArray<Project> Projects { get; }

    /// <summary>The ballots. Candidate i is project i.</summary>
    public Profile Profile { get; }

    /// <summary>The groups in which the voters come; empty when all are alike.</summary>
    public ImmutableArray<VoterGroup> VoterGroups { get; } = [];

    /// <summary>
    /// How many projects a ballot may rank or name, if that is limited. The first rank of a ranking is worth this many points, or as many
    /// as there are projects when it is not limited.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? MaxBallotLength
    {
        get;
        init => field = value is null or >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxBallotLength), value, "The length of a ballot is zero or more.");
    }

    /// <summary>The score that a ballot gives to projects it does not name (scoring ballots only).</summary>
    public Rational DefaultScore { get; init; }

    /// <summary>What the organiser states about the election, such as <c>description</c>, <c>currency</c> or <c>rule</c>.</summary>
    public FrozenDictionary<string, string> Meta { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// The SHA-256 digest of everything but the ballots that a rule may look at: identifiers, costs, categories, attributes, declared figures,
    /// withdrawals, the length limit and the default score. Names and <see cref="Meta"/> are left out.
    /// </summary>
    public Digest ProjectsDigest => _projectsDigest.Value;

    /// <summary>The project with an identifier.</summary>
    /// <param name="id">Compared ordinally.</param>
    /// <exception cref="ArgumentException">There is no such project.</exception>
    public Project this[string id] => Projects[Profile.Candidates.IndexesOf(id)[0]];

    /// <summary>For each project, how many voters name it; where ballots are for some projects and against others, how many are for it. O(entries), once.</summary>
    public ImmutableArray<Rational> CountVotes() => _votes.Value;

    /// <summary>
    /// For each project, its points: the sum of its scores (cardinal ballots), or 1 for the last rank a ballot may give, 2 for the one
    /// before, and so on (ordinal ballots, see <see cref="MaxBallotLength"/>), or those for it less those against it (signed ballots); null when the ballots carry no points. O(entries), once.
    /// </summary>
    public ImmutableArray<Rational>? CountPoints() => _points.Value;

    /// <summary>
    /// For each project, its Borda score counted on each ballot by itself: the last ranked project of a ballot gets 0, the one before 1, and
    /// so on; null when the ballots are no rankings. O(entries).
    /// </summary>
    public ImmutableArray<Rational>? CountBorda() => Profile is OrdinalProfile ordinal
        ? [.. ordinal.SumPoints((rank, length) => Math.Max(0, length - rank))]
        : null;

    /// <summary>Who supports what; worked out when first asked for, then kept.</summary>
    /// <param name="worth">What support is worth.</param>
    internal SupportTable SupportBy(SupportWorth worth) => _supports.GetOrAdd(worth, static (worth, election) => SupportTable.Of(election, worth), this);

    private static Profile Merge(IReadOnlyList<VoterGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Profile.MergeAll([.. groups.Select(group => group?.Profile ?? throw new ArgumentException("A group is null.", nameof(groups)))]);
    }

    private ImmutableArray<Rational>? SumPoints() => Profile switch
    {
        CardinalProfile cardinal => [.. AddDefaultScore(cardinal.SumScores())],
        SignedProfile signed => [.. signed.CountSides().Select(side => (Rational)(side.For - side.Against))],
        OrdinalProfile ordinal => [.. ordinal.SumPoints((rank, _) => Math.Max(0, (MaxBallotLength ?? Projects.Length) - rank + 1))],
        _ => null,
    };

    private Rational[] AddDefaultScore(Rational[] sums)
    {
        if (!DefaultScore.IsZero)
        {
            var votes = Profile.CountVoters();
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += DefaultScore * (Profile.Voters - votes[i]);
            }
        }

        return sums;
    }
}

using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>One ballot before it is folded: projects by number, and scores where the kind has them.</summary>
internal sealed record RawBallot(int[] Projects, long[] Scores, long Weight);

/// <summary>
/// An election before it is folded, so that laws can change it: projects keep their number whatever they are called and wherever they stand.
/// </summary>
internal sealed record RawElection(ProfileKind Kind, Rational Budget, IReadOnlyList<Project> Projects, IReadOnlyList<RawBallot> Ballots)
{
    public int? MaxBallotLength { get; init; }

    public Rational DefaultScore { get; init; }

    public IReadOnlyList<string> Ids => [.. Projects.Select(project => project.Id)];

    public Election Build() => Build([.. Enumerable.Range(0, Projects.Count)]);

    /// <summary>The same election with its projects listed in another order.</summary>
    /// <param name="order">Numbers of projects in the order in which they are listed.</param>
    public Election Build(IReadOnlyList<int> order)
    {
        var listed = order.Select(number => Projects[number]).ToArray();
        var place = new int[Projects.Count];
        for (var i = 0; i < order.Count; i++)
        {
            place[order[i]] = i;
        }

        return new Election(Budget, listed, Fold(new CandidateList(listed.Select(project => project.Id)), place, Ballots))
        {
            MaxBallotLength = MaxBallotLength,
            DefaultScore = DefaultScore,
        };
    }

    /// <summary>The same election, its ballots folded in parts that are merged.</summary>
    public Election BuildInParts(IReadOnlyList<IReadOnlyList<RawBallot>> parts)
    {
        var candidates = new CandidateList(Ids);
        int[] place = [.. Enumerable.Range(0, Projects.Count)];
        var profiles = parts.Select(part => Fold(candidates, place, part)).ToArray();
        Profile merged = Kind switch
        {
            ProfileKind.Approval => ApprovalProfile.Merge([.. profiles.Cast<ApprovalProfile>()]),
            ProfileKind.Ordinal => OrdinalProfile.Merge([.. profiles.Cast<OrdinalProfile>()]),
            _ => CardinalProfile.Merge([.. profiles.Cast<CardinalProfile>()]),
        };
        return new Election(Budget, Projects, merged) { MaxBallotLength = MaxBallotLength, DefaultScore = DefaultScore };
    }

    /// <summary>The same election under other names, in every place where a project is named.</summary>
    public RawElection Renamed(Func<string, string> name) => this with { Projects = [.. Projects.Select(project => Copy(project, name(project.Id), project.Cost))] };

    public static Project Copy(Project project, string id, Rational cost) => new(id, cost)
    {
        Name = project.Name,
        Categories = project.Categories,
        Attributes = project.Attributes,
        IsWithdrawn = project.IsWithdrawn,
        DeclaredVotes = project.DeclaredVotes,
        DeclaredScore = project.DeclaredScore,
    };

    /// <summary>The same election without a project, also on ballots.</summary>
    public RawElection Without(int number) => this with
    {
        Projects = [.. Projects.Where((_, i) => i != number)],
        Ballots = [.. Ballots.Select(ballot => new RawBallot(
            [.. ballot.Projects.Where(project => project != number).Select(project => project > number ? project - 1 : project)],
            [.. ballot.Scores.Where((_, i) => ballot.Projects[i] != number)],
            ballot.Weight))],
    };

    private Profile Fold(CandidateList candidates, int[] place, IEnumerable<RawBallot> ballots)
    {
        var approvals = new ApprovalProfileBuilder(candidates);
        var rankings = new OrdinalProfileBuilder(candidates);
        var scores = new CardinalProfileBuilder(candidates);
        foreach (var ballot in ballots)
        {
            int[] named = [.. ballot.Projects.Select(number => place[number])];
            switch (Kind)
            {
                case ProfileKind.Approval:
                    approvals.Add(named, ballot.Weight);
                    break;
                case ProfileKind.Ordinal:
                    rankings.Add(named, ballot.Weight);
                    break;
                default:
                    scores.Add(named, ballot.Scores, ballot.Weight);
                    break;
            }
        }

        return Kind switch
        {
            ProfileKind.Approval => approvals.Build(),
            ProfileKind.Ordinal => rankings.Build(),
            _ => scores.Build(),
        };
    }
}

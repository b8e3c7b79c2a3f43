using System.Globalization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>Elections made by hand, short enough to be checked in the head.</summary>
internal static class Made
{
    /// <summary>Projects as <c>"A:5 B:2.5"</c>: identifier and cost.</summary>
    public static Project[] Projects(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(':'))
        .Select(part => new Project(part[0], Rational.Parse(part[1])))];

    /// <summary>Approval ballots as <c>"3*A,B"</c>: voters and what they approve of; the number may be left out.</summary>
    public static Election Approval(Rational budget, string projects, params string[] ballots) =>
        Approval(budget, Projects(projects), ballots);

    public static Election Approval(Rational budget, Project[] projects, params string[] ballots)
    {
        var builder = new ApprovalProfileBuilder(Candidates(projects));
        foreach (var (weight, ballot) in ballots.Select(Weighted))
        {
            builder.Add(Candidates(projects).IndexesOf(Ids(ballot)), weight);
        }

        return new Election(budget, projects, builder.Build());
    }

    /// <summary>Approval ballots of groups of voters, each with the load that its voters begin with.</summary>
    public static Election Grouped(Rational budget, Project[] projects, params (Rational InitialLoad, string[] Ballots)[] groups) => new Election(
        budget,
        projects,
        [.. groups.Select(group => new VoterGroup(Approval(budget, projects, group.Ballots).Profile) { InitialLoad = group.InitialLoad })]);

    /// <summary>Rankings as <c>"3*A,B"</c>, the best first.</summary>
    public static Election Ordinal(Rational budget, string projects, int? maxBallotLength, params string[] ballots)
    {
        var all = Projects(projects);
        var builder = new OrdinalProfileBuilder(Candidates(all));
        foreach (var (weight, ballot) in ballots.Select(Weighted))
        {
            builder.Add(Candidates(all).IndexesOf(Ids(ballot)), weight);
        }

        return new Election(budget, all, builder.Build()) { MaxBallotLength = maxBallotLength };
    }

    /// <summary>Scores as <c>"3*A=2,B=1"</c>, whole numbers.</summary>
    public static Election Cardinal(Rational budget, string projects, Rational defaultScore, params string[] ballots)
    {
        var all = Projects(projects);
        var builder = new CardinalProfileBuilder(Candidates(all));
        foreach (var (weight, ballot) in ballots.Select(Weighted))
        {
            var parts = Ids(ballot).Select(part => part.Split('=')).ToArray();
            builder.Add(
                Candidates(all).IndexesOf(parts.Select(part => part[0])),
                [.. parts.Select(part => long.Parse(part[1], CultureInfo.InvariantCulture))],
                weight);
        }

        return new Election(budget, all, builder.Build()) { DefaultScore = defaultScore };
    }

    /// <summary>One sentence a project, in listed order: "A: funded in round 1."</summary>
    public static void ExpectFates(CivicTech.Budgeting.Allocation.Allocation allocation, params string[] sentences) =>
        Assert.Equal(sentences, allocation.Projects.Select(result => result.ToString()));

    /// <summary>The identifiers of the funded projects in the order of funding.</summary>
    public static string Funded(CivicTech.Budgeting.Allocation.Allocation allocation) =>
        string.Join(' ', allocation.Funded.Select(project => project.Id));

    /// <summary>What a rule funds in an election.</summary>
    public static string Funded(IAllocationRule rule, Election election) => Funded(rule.Allocate(election));

    private static CandidateList Candidates(Project[] projects) => new(projects.Select(project => project.Id));

    private static (long Weight, string Ballot) Weighted(string text) => text.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star
        ? (long.Parse(text.AsSpan(0, star), CultureInfo.InvariantCulture), text[(star + 1)..])
        : (1, text);

    private static string[] Ids(string ballot) => ballot.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Votes and points of every project, from where the rule takes them; null where there are none.</summary>
internal sealed record ProjectFigures(IReadOnlyList<Rational>? Votes, IReadOnlyList<Rational>? Points, string WhyNoVotes, string WhyNoPoints)
{
    internal static ProjectFigures Of(Election election, CountSource source)
    {
        if (source == CountSource.Ballots)
        {
            return new ProjectFigures(
                election.CountVotes(),
                election.CountPoints(),
                "",
                $"The rule needs points, but {election.Profile.Kind} ballots carry none.");
        }

        var withoutVotes = election.Projects.FirstOrDefault(project => project.DeclaredVotes is null);
        var withoutScore = election.Projects.FirstOrDefault(project => project.DeclaredScore is null);
        return new ProjectFigures(
            withoutVotes is null ? [.. election.Projects.Select(project => project.DeclaredVotes!.Value)] : null,
            withoutScore is null ? [.. election.Projects.Select(project => project.DeclaredScore!.Value)] : null,
            $"The rule takes declared votes, but project '{withoutVotes?.Id}' declares none.",
            $"The rule takes declared points, but project '{withoutScore?.Id}' declares no score.");
    }

    /// <summary>What tie keys may refer to.</summary>
    internal Dictionary<string, IReadOnlyList<Rational>> ForTies(Election election)
    {
        var figures = new Dictionary<string, IReadOnlyList<Rational>>(StringComparer.Ordinal)
        {
            ["cost"] = [.. election.Projects.Select(project => project.Cost)],
        };
        if (Votes is not null)
        {
            figures.Add("votes", Votes);
        }

        if (Points is not null)
        {
            figures.Add("points", Points);
        }

        return figures;
    }
}

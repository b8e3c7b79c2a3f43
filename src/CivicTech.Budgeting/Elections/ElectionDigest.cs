using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Elections;

/// <summary>The canonical JSON of projects and limits. The layout is public: docs/receipts.md.</summary>
internal static class ElectionDigest
{
    internal static Digest OfProjects(Election election)
    {
        var described = new JsonObject
        {
            ["budget"] = election.BudgetLimit.ToString(),
            ["defaultScore"] = election.DefaultScore.ToString(),
            ["maxBallotLength"] = election.MaxBallotLength,
            ["projects"] = new JsonArray([.. election.Projects.Select(Describe)]),
        };
        if (!election.VoterGroups.IsEmpty)
        {
            described["voterGroups"] = new JsonArray([.. election.VoterGroups.Select(group => new JsonObject
            {
                ["endowment"] = group.Endowment.ToString(),
                ["initialLoad"] = group.InitialLoad.ToString(),
                ["profile"] = group.Profile.Digest.ToString(),
            })]);
        }

        return Digest.Of(CanonicalJson.ToBytes(described));
    }

    /// <summary>Whether two projects are the same in all that a rule may look at.</summary>
    internal static bool AreAlike(Project one, Project other) => CanonicalJson.ToText(Describe(one)) == CanonicalJson.ToText(Describe(other));

    private static JsonObject Describe(Project project)
    {
        var described = new JsonObject
        {
            ["id"] = project.Id,
            ["cost"] = project.Cost.ToString(),
        };
        if (!project.Categories.IsEmpty)
        {
            described["categories"] = new JsonArray([.. project.Categories.Select(category => JsonValue.Create(category))]);
        }

        if (project.Attributes.Count > 0)
        {
            described["attributes"] = new JsonObject(project.Attributes
                .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
                .Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)JsonValue.Create(attribute.Value))));
        }

        if (project.IsWithdrawn)
        {
            described["withdrawn"] = true;
        }

        if (project.DeclaredVotes is { } votes)
        {
            described["declaredVotes"] = votes.ToString();
        }

        if (project.DeclaredScore is { } score)
        {
            described["declaredScore"] = score.ToString();
        }

        return described;
    }
}

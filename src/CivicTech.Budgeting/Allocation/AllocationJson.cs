using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Elections;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>An allocation as JSON. Amounts, votes and points are texts, so that no reader rounds them.</summary>
internal static class AllocationJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(Allocation allocation)
    {
        var root = new JsonObject
        {
            ["rule"] = allocation.RuleId,
            ["options"] = allocation.Options.DeepClone(),
            ["status"] = StatusName(allocation.Status),
            ["budget"] = allocation.Election.BudgetLimit.ToString(),
            ["cost"] = allocation.Cost.ToString(),
            ["unspent"] = allocation.Unspent.ToString(),
            ["voters"] = allocation.Election.Profile.Voters,
            ["distinctBallots"] = allocation.Election.Profile.DistinctBallots,
            ["funded"] = Ids(allocation.Funded),
            ["projects"] = new JsonArray([.. allocation.Projects.Select(Project)]),
            ["ties"] = new JsonArray([.. allocation.Ties.Select(Tie)]),
        };
        if (allocation.Status != AllocationStatus.Decided)
        {
            root["outcomes"] = new JsonArray([.. allocation.Outcomes.Select(outcome => Ids(outcome.Funded))]);
            root["complete"] = allocation.IsComplete;
        }

        if (!allocation.Notes.IsEmpty)
        {
            root["notes"] = Texts(allocation.Notes);
        }

        if (!allocation.Trace.IsEmpty)
        {
            root["trace"] = new JsonArray([.. allocation.Trace.Select(Round)]);
        }

        root["receipt"] = JsonNode.Parse(allocation.Receipt.ToJson());
        return root.ToJsonString(Indented);
    }

    internal static string StatusName(AllocationStatus status) => status switch
    {
        AllocationStatus.Decided => "decided",
        AllocationStatus.OpenTie => "open-tie",
        _ => "several-outcomes",
    };

    internal static JsonArray Ids(IEnumerable<Project> projects) => new([.. projects.Select(project => JsonValue.Create(project.Id))]);

    internal static JsonObject Tie(TieRecord tie) => new()
    {
        ["round"] = tie.Round,
        ["tied"] = Texts(tie.Tied),
        ["order"] = Texts(tie.Order),
        ["brokenBy"] = Texts(tie.BrokenBy.Select(key => key.ToString())),
        ["matters"] = tie.Matters,
    };

    private static JsonObject Project(ProjectResult result)
    {
        var project = new JsonObject { ["id"] = result.Project.Id };
        if (result.Project.Name.Length > 0)
        {
            project["name"] = result.Project.Name;
        }

        project["cost"] = result.Project.Cost.ToString();
        project["votes"] = result.Votes.ToString();
        if (result.Points is { } points)
        {
            project["points"] = points.ToString();
        }

        project["funded"] = result.Fate.IsFunded;
        project["fate"] = Describe(result.Fate);
        if (result.Support is { } support)
        {
            project["support"] = new JsonObject
            {
                ["lastAffordableRound"] = support.LastAffordableRound,
                ["missingThen"] = support.MissingThen.ToString(),
                ["missingAtEnd"] = support.MissingAtEnd.ToString(),
            };
        }

        return project;
    }

    private static JsonObject Round(AllocationRound round)
    {
        var described = new JsonObject
        {
            ["round"] = round.Number,
            ["project"] = round.Project.Id,
            ["leftBefore"] = round.LeftBefore.ToString(),
            ["leftAfter"] = round.LeftAfter.ToString(),
            ["fate"] = Describe(round.Fate),
        };
        if (round.HighestLoad is { } highest)
        {
            described["highestLoad"] = highest.ToString();
        }

        if (round.Purchase is { } purchase)
        {
            described["pricePerUtility"] = purchase.PricePerUtility?.ToString();
            described["effectiveVotes"] = purchase.EffectiveVotes?.ToString();
            described["load"] = purchase.Load?.ToString();
        }

        return described;
    }

    private static JsonObject Describe(Fate fate)
    {
        var described = new JsonObject { ["code"] = fate.Code };
        switch (fate)
        {
            case Fate.Funded funded:
                described["round"] = funded.Round;
                break;
            case Fate.FundedBeyondBudget beyond:
                described["round"] = beyond.Round;
                described["missing"] = beyond.Missing.ToString();
                break;
            case Fate.DidNotFit misfit:
                described["round"] = misfit.Round;
                described["missing"] = misfit.Missing.ToString();
                break;
            case Fate.GroupBudgetUsedUp full:
                described["round"] = full.Round;
                described["groupKind"] = full.GroupKind;
                described["group"] = full.Group;
                described["missing"] = full.Missing.ToString();
                break;
            case Fate.BelowMinimum below:
                described["missing"] = below.Missing.ToString();
                described["minimum"] = below.Minimum.ToString();
                break;
            case Fate.Excluded excluded:
                described["round"] = excluded.Round;
                described["by"] = excluded.By;
                break;
            case Fate.NotReached notReached:
                described["stoppedAt"] = notReached.StoppedAt;
                break;
            case Fate.PlacesTaken taken:
                described["winners"] = taken.Winners;
                break;
            case Fate.NotFunded:
                // The reason is the sentence.
                break;
            case Fate.Open open:
                described["fundedIn"] = open.FundedIn;
                described["outcomes"] = open.Outcomes;
                break;
        }

        described["sentence"] = fate.ToString();
        return described;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}

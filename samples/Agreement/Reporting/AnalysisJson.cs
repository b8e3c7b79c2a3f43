using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Consensus.Concordance;
using CivicTech.Samples;

namespace Agreement.Reporting;

/// <summary>An analysis as a JSON object: the library's own, with what it does not know.</summary>
internal static class AnalysisJson
{
    internal static JsonObject Of(Analysis analysis)
    {
        var options = analysis.Request.Options;
        var root = new JsonObject
        {
            ["file"] = Of(analysis.File),
            ["options"] = new JsonObject
            {
                ["missing"] = Name(options.Missing),
                ["constant"] = Name(options.ConstantRaters),
                ["permutations"] = options.Permutations,
                ["seed"] = options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["level"] = options.ConfidenceLevel,
            },
            ["concordance"] = JsonNode.Parse(analysis.Result.ToJson()),
        };
        if (analysis.Label is { } label)
        {
            root["interpretation"] = new JsonObject { ["label"] = label, ["convention"] = Analysis.Words.Source };
        }

        if (analysis.Contributions is { } contributions)
        {
            root["contributions"] = new JsonArray([.. contributions.Select(Of)]);
        }

        if (analysis.Change is { } change)
        {
            root["later"] = Of(analysis.Later!);
            root["change"] = Of(change);
        }

        return root;
    }

    private static JsonObject Of(Reading.RatingsFile file) => new()
    {
        ["name"] = file.Source,
        ["raters"] = file.Ratings.Raters.Count,
        ["items"] = file.Ratings.Items.Count,
        ["missing"] = file.Gaps,
        ["notes"] = JsonText.Texts(file.Notes),
    };

    private static JsonObject Of(RaterContribution one)
    {
        var json = new JsonObject
        {
            ["rater"] = one.Rater,
            ["meanSpearman"] = Of(one.MeanSpearman),
            ["w"] = Of(one.W),
            ["wWithout"] = Of(one.WWithout),
            ["method"] = Name(one.Test.Method),
            ["p"] = Of(one.Test.P),
            ["adjustedP"] = Of(one.AdjustedP),
        };
        return json;
    }

    private static JsonObject Of(ConcordanceChange change) => new()
    {
        ["raters"] = JsonText.Texts(change.Raters),
        ["items"] = JsonText.Texts(change.Items),
        ["ratersOnlyBefore"] = JsonText.Texts(change.RatersOnlyBefore),
        ["ratersOnlyAfter"] = JsonText.Texts(change.RatersOnlyAfter),
        ["itemsOnlyBefore"] = JsonText.Texts(change.ItemsOnlyBefore),
        ["itemsOnlyAfter"] = JsonText.Texts(change.ItemsOnlyAfter),
        ["incompleteRaters"] = JsonText.Texts(change.IncompleteRaters),
        ["incompleteItems"] = JsonText.Texts(change.IncompleteItems),
        ["constantRaters"] = JsonText.Texts(change.ConstantRaters),
        ["wBefore"] = Of(change.WBefore),
        ["wAfter"] = Of(change.WAfter),
        ["wChange"] = Of(change.Change),
        ["meanSpearmanBefore"] = Of(change.MeanSpearmanBefore),
        ["meanSpearmanAfter"] = Of(change.MeanSpearmanAfter),
        ["meanSpearmanChange"] = Of(change.MeanSpearmanChange),
    };

    private static JsonObject Of(JackknifeEstimate estimate)
    {
        var json = Of(estimate.Value);
        if (estimate.StandardError.IsDefined)
        {
            json["standardError"] = estimate.StandardError.Value;
        }

        if (estimate.Interval is { } interval)
        {
            json["interval"] = new JsonObject { ["lower"] = interval.Lower, ["upper"] = interval.Upper, ["level"] = interval.Level };
        }

        return json;
    }

    private static JsonObject Of(Statistic statistic)
    {
        if (statistic.Undefined is { } reason)
        {
            return new() { ["undefined"] = Name(reason) };
        }

        var json = new JsonObject { ["value"] = statistic.Value };
        if (statistic.Exact is { } exact)
        {
            json["exact"] = exact.ToString();
        }

        return json;
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

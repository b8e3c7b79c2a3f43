using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicTech.Consensus.Concordance;

/// <summary>A result as data.</summary>
internal static class ConcordanceJson
{
    // As text, not as part of a page: names stay readable.
    internal static JsonSerializerOptions Layout { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonObject Of(ConcordanceResult result)
    {
        var json = new JsonObject
        {
            ["raters"] = Text(result.RaterCount),
            ["effectiveRaters"] = result.EffectiveRaters.ToString(),
            ["items"] = result.Items.Count,
            ["constantRaters"] = Ids(result.ConstantRaters),
            ["constantRaterCount"] = Text(result.ConstantRaterCount),
            ["droppedRaters"] = Ids(result.DroppedRaters),
            ["droppedRaterCount"] = Text(result.DroppedRaterCount),
            ["droppedItems"] = Ids(result.DroppedItems),
            ["w"] = Of(result.W),
            ["uncorrectedW"] = Of(result.UncorrectedW),
            ["s"] = Of(result.S),
            ["tieSum"] = Of(result.TieSum),
            ["meanSpearman"] = Of(result.MeanSpearman),
            ["wFromMeanSpearman"] = Of(result.WFromMeanSpearman),
            ["test"] = Of(result.Test),
            ["chiSquare"] = Of(result.ChiSquare),
            ["f"] = Of(result.F),
            ["fWithContinuity"] = Of(result.FWithContinuity),
            ["imanDavenport"] = Of(result.ImanDavenport),
            ["ranks"] = new JsonArray([.. result.ItemRanks.Select(rank => (JsonNode)new JsonObject
            {
                ["item"] = rank.Item,
                ["rankSum"] = rank.RankSum.ToString(),
                ["meanRank"] = rank.MeanRank.ToDouble(),
            })]),
        };
        if (result.Incomplete is { } incomplete)
        {
            json["incomplete"] = new JsonObject
            {
                ["generalizedW"] = Of(incomplete.GeneralizedW),
                ["meanSpearman"] = Of(incomplete.MeanSpearman),
                ["chiSquare"] = Of(incomplete.ChiSquare),
                ["components"] = incomplete.Components,
            };
        }

        return json;
    }

    internal static JsonObject Of(SignificanceTest test)
    {
        var json = new JsonObject { ["method"] = Name(test.Method), ["statistic"] = Of(test.Statistic), ["p"] = Of(test.P) };
        Add(json, "degreesOfFreedom", test.DegreesOfFreedom);
        Add(json, "denominatorDegreesOfFreedom", test.DenominatorDegreesOfFreedom);
        Add(json, "permutations", test.Permutations);
        if (test.MonteCarloInterval is { } interval)
        {
            json["monteCarloInterval"] = Of(interval);
        }

        return json;
    }

    internal static JsonObject Of(Statistic statistic)
    {
        if (statistic.Undefined is { } reason)
        {
            return new JsonObject { ["undefined"] = Name(reason), ["because"] = Statistic.Words(reason) };
        }

        var json = new JsonObject { ["value"] = statistic.Value };
        if (statistic.Exact is { } exact)
        {
            json["exact"] = exact.ToString();
        }

        return json;
    }

    private static JsonObject Of(JackknifeEstimate estimate)
    {
        var json = Of(estimate.Value);
        if (estimate.StandardError.IsDefined)
        {
            json["standardError"] = estimate.StandardError.Value;
        }

        if (estimate.Interval is { } interval)
        {
            json["interval"] = Of(interval);
        }
        else if (estimate.Value.IsDefined)
        {
            json["noInterval"] = Name(estimate.NoInterval!.Value);
        }

        return json;
    }

    private static JsonObject Of(ConfidenceInterval interval) =>
        new() { ["lower"] = interval.Lower, ["upper"] = interval.Upper, ["level"] = interval.Level };

    private static void Add(JsonObject json, string name, double? value)
    {
        if (value is { } number)
        {
            json[name] = number;
        }
    }

    internal static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)id)]);

    private static string Text(long count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static string Name<T>(T value)
        where T : struct, Enum => EnumNames.Of(value);
}

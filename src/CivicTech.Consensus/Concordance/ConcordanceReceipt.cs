using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Concordance;

/// <summary>Receipts of concordance results: what was given, by which options, and what came out, in fractions only.</summary>
/// <remarks>
/// W, rank sums and the p of exact and permutation tests are in it; what is a double, such as intervals, is not. An F or chi-square test
/// is there by its statistic.
/// </remarks>
public static class ConcordanceReceipt
{
    private const string Kind = "concordance";
    private const string Measure = "kendall-w@1";

    /// <summary>Measures again with the options of the receipt and compares.</summary>
    /// <param name="receipt">The receipt of a result about ratings.</param>
    /// <param name="ratings">The ratings that it is said to be about.</param>
    /// <param name="cancellationToken">Stops exact and permutation tests.</param>
    /// <exception cref="FormatException">The receipt is of something else, or its options cannot be read.</exception>
    /// <exception cref="ArgumentException">Its options refuse these ratings.</exception>
    public static Verification Verify(Receipt receipt, Ratings ratings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(ratings);
        return Verification.Compare(receipt, new KendallW(OptionsOf(receipt)).Measure(ratings, cancellationToken).Receipt);
    }

    /// <summary>The same for a result about sums.</summary>
    /// <param name="receipt">The receipt of a result about a state.</param>
    /// <param name="state">The state that it is said to be about.</param>
    /// <exception cref="FormatException">The receipt is of something else, or its options cannot be read.</exception>
    /// <exception cref="ArgumentException">Its options refuse this state.</exception>
    public static Verification Verify(Receipt receipt, ConcordanceState state)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(state);
        return Verification.Compare(receipt, new KendallW(OptionsOf(receipt)).Measure(state).Receipt);
    }

    internal static Receipt Of(ConcordanceResult result, Digest input, ConcordanceOptions options)
    {
        var body = new JsonObject
        {
            ["receipt"] = "civictech/1",
            ["kind"] = Kind,
            ["measure"] = Measure,
            ["options"] = OptionsJson(options),
            ["input"] = input.ToString(),
            ["raters"] = Text(result.RaterCount),
            ["items"] = ConcordanceJson.Ids(result.Items),
            ["constantRaters"] = ConcordanceJson.Ids(result.ConstantRaters),
            ["constantRaterCount"] = Text(result.ConstantRaterCount),
            ["droppedRaters"] = ConcordanceJson.Ids(result.DroppedRaters),
            ["droppedRaterCount"] = Text(result.DroppedRaterCount),
            ["droppedItems"] = ConcordanceJson.Ids(result.DroppedItems),
            ["w"] = Exact(result.W),
            ["uncorrectedW"] = Exact(result.UncorrectedW),
            ["s"] = Exact(result.S),
            ["tieSum"] = Exact(result.TieSum),
            ["rankSums"] = new JsonArray([.. result.ItemRanks.Select(rank => (JsonNode)rank.RankSum.ToString())]),
            ["test"] = TestJson(result.Test),
        };
        return new(body);
    }

    private static JsonObject TestJson(SignificanceTest test) => new()
    {
        ["method"] = ConcordanceJson.Name(test.Method),
        ["statistic"] = Exact(test.Statistic),
        ["p"] = Exact(test.P),
    };

    // A statistic that is no fraction is told by being defined.
    private static JsonNode Exact(Statistic statistic) =>
        statistic.Undefined is { } reason ? $"undefined: {ConcordanceJson.Name(reason)}" : statistic.Exact?.ToString() ?? "not a fraction";

    private static JsonObject OptionsJson(ConcordanceOptions options) => new()
    {
        ["missing"] = ConcordanceJson.Name(options.Missing),
        ["blockWeighting"] = ConcordanceJson.Name(options.BlockWeighting),
        ["constantRaters"] = ConcordanceJson.Name(options.ConstantRaters),
        ["exactSteps"] = Text(options.ExactSteps),
        ["permutations"] = Text(options.Permutations),
        ["seed"] = Text(options.Seed),
    };

    private static ConcordanceOptions OptionsOf(Receipt receipt)
    {
        var body = receipt.Body;
        if (TextOf(body["kind"]) != Kind || TextOf(body["measure"]) != Measure || body["options"] is not JsonObject options)
        {
            throw new FormatException($"Not the receipt of a concordance: expected the kind '{Kind}', the measure '{Measure}' and 'options'.");
        }

        return new()
        {
            Missing = Value<MissingRatings>(options, "missing"),
            BlockWeighting = Value<BlockWeighting>(options, "blockWeighting"),
            ConstantRaters = Value<ConstantRaters>(options, "constantRaters"),
            ExactSteps = Number<long>(options, "exactSteps"),
            Permutations = Number<int>(options, "permutations"),
            Seed = Number<ulong>(options, "seed"),
        };
    }

    private static T Value<T>(JsonObject options, string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (ConcordanceJson.Name(value) == TextOf(options[name]))
            {
                return value;
            }
        }

        throw new FormatException($"The option '{name}' is not one of {string.Join(", ", Enum.GetValues<T>().Select(ConcordanceJson.Name))}.");
    }

    private static T Number<T>(JsonObject options, string name)
        where T : System.Numerics.INumberBase<T> =>
        T.TryParse(TextOf(options[name]), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"The option '{name}' is not a whole number as a string.");

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Text<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}

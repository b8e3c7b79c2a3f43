using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CivicTech.Consensus.Concordance;
using CivicTech.Receipts;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class ReceiptTests
{
    public static TheoryData<MissingRatings, ConstantRaters, long, int> Options => new()
    {
        { MissingRatings.Refuse, ConstantRaters.Exclude, 20_000_000, 99 },
        { MissingRatings.Refuse, ConstantRaters.Count, 0, 999 },
        { MissingRatings.Refuse, ConstantRaters.Exclude, 0, 0 },
        { MissingRatings.ListwiseItems, ConstantRaters.Exclude, 0, 99 },
        { MissingRatings.ListwiseRaters, ConstantRaters.Count, 1000, 99 },
        { MissingRatings.IncompleteBlocks, ConstantRaters.Exclude, 0, 99 },
        { MissingRatings.IncompleteBlocks, ConstantRaters.Exclude, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Verify_SameRatings_Holds(MissingRatings missing, ConstantRaters constant, long steps, int permutations)
    {
        var table = Tables.Random(4, 6, 5, 5);
        if (missing is not MissingRatings.Refuse)
        {
            table[2, 3] = double.NaN;
        }

        var ratings = Ratings.Of(table);
        var options = new ConcordanceOptions { Missing = missing, ConstantRaters = constant, ExactSteps = steps, Permutations = permutations, Seed = ulong.MaxValue, ConfidenceLevel = 0.8 };
        var published = new KendallW(options).Measure(ratings).Receipt.ToJson();
        var verification = ConcordanceReceipt.Verify(Receipt.Parse(published), ratings);

        Assert.True(verification.Holds, verification.ToString());
    }

    [Fact]
    public void Verify_OneRatingChanged_SaysWhatDiffers()
    {
        var table = Tables.Random(4, 6, 5, 5);
        var receipt = new KendallW().Measure(Ratings.Of(table)).Receipt;
        table[1, 1] += 10;
        var verification = ConcordanceReceipt.Verify(receipt, Ratings.Of(table));

        Assert.False(verification.Holds);
        Assert.Contains(verification.Differences, difference => difference.Contains("input", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_RatingsThatRankAlike_Holds()
    {
        var table = Tables.Random(4, 6, 5, 5);
        var receipt = new KendallW().Measure(Ratings.Of(table)).Receipt;
        var doubled = Tables.Of(Tables.Rows(table).Select(row => row.Select(value => Math.Exp(value)).ToArray()));

        Assert.True(ConcordanceReceipt.Verify(receipt, Ratings.Of(doubled)).Holds);
    }

    [Fact]
    public void Verify_State_HoldsForTheSameSums()
    {
        var state = ConcordanceState.Of(Ratings.Of(Tables.Random(4, 6, 5, 5)));
        var receipt = new KendallW().Measure(state).Receipt;
        var other = state.Clone();
        other.Add([1, 2, 3, 4, 5]);

        Assert.True(ConcordanceReceipt.Verify(receipt, state).Holds);
        Assert.False(ConcordanceReceipt.Verify(receipt, other).Holds);
    }

    [Fact]
    public void Verify_ReceiptOfSomethingElse_IsRefused()
    {
        var ratings = Ratings.Of(new double[,] { { 1, 2 }, { 2, 1 } });
        var body = new KendallW().Measure(ratings).Receipt.Body;
        body.Remove("digest");
        var other = (JsonObject)body.DeepClone();
        other["kind"] = "allocation";
        var odd = (JsonObject)body.DeepClone();
        odd["options"]!["missing"] = "guess";
        var minus = (JsonObject)body.DeepClone();
        minus["options"]!["permutations"] = "-1";

        Assert.Throws<FormatException>(() => ConcordanceReceipt.Verify(new Receipt(other), ratings));
        Assert.Contains("'missing'", Assert.Throws<FormatException>(() => ConcordanceReceipt.Verify(new Receipt(odd), ratings)).Message, StringComparison.Ordinal);
        Assert.Contains("'permutations'", Assert.Throws<FormatException>(() => ConcordanceReceipt.Verify(new Receipt(minus), ratings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RanksDigest_OfASmallTable_IsOfThisText()
    {
        var ratings = Ratings.Of(["r"], ["a", "b", "c"], new double[,] { { 4, double.NaN, 4 } }, [2]);
        var text = """{"items":["a","b","c"],"ranks":[[0,null,0]],"raters":["r"],"weights":["2"]}""";

        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}", ratings.RanksDigest.ToString());
    }

    [Fact]
    public void Receipt_HoldsNoFloatingNumber()
    {
        var receipt = new KendallW(new() { ExactSteps = 0 }).Measure(Ratings.Of(Tables.Random(4, 6, 5, 5))).Receipt;

        Assert.DoesNotContain(Leaves(receipt.Body), leaf => leaf.GetValueKind() is System.Text.Json.JsonValueKind.Number);
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value!)),
        JsonArray items => items.SelectMany(item => Leaves(item!)),
        _ => [node],
    };
}

using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;

namespace Examples;

public sealed class ConcordanceExample
{
    private static Ratings Panel()
    {
        // <concordance>
        var ratings = new RatingsBuilder()
            .Rate("expert-1", "lighting", 5).Rate("expert-1", "murals", 2).Rate("expert-1", "gutters", 4).Rate("expert-1", "tours", 1)
            .Rate("expert-2", "lighting", 4).Rate("expert-2", "murals", 2).Rate("expert-2", "gutters", 4).Rate("expert-2", "tours", 2)
            .Rate("expert-3", "lighting", 5).Rate("expert-3", "murals", 3).Rate("expert-3", "gutters", 3).Rate("expert-3", "tours", 1)
            .Rate("expert-4", "lighting", 3).Rate("expert-4", "murals", 3).Rate("expert-4", "gutters", 3).Rate("expert-4", "tours", 3)
            .Build();
        // </concordance>
        return ratings;
    }

    [Fact]
    public void ConcordancePage_Panel_IsMeasured()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var ratings = Panel();

        // <concordance>
        ConcordanceResult result = new KendallW().Measure(ratings);
        Console.WriteLine($"W = {result.W}");
        Console.WriteLine(result.Test);
        Console.WriteLine($"constant: {string.Join(", ", result.ConstantRaters)}");
        foreach (var item in result.ItemRanks.OrderByDescending(item => item.MeanRank))
            Console.WriteLine(item);
        // </concordance>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void ConcordancePage_EachRater_IsComparedWithTheOthers()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var ratings = Panel();

        // <contributions>
        foreach (var rater in new KendallW().Contributions(ratings))
            Console.WriteLine($"{rater.Rater}: with the others {rater.MeanSpearman}, W without {rater.WWithout}, {rater.Test}, adjusted {rater.AdjustedP}");
        // </contributions>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void ConcordancePage_TwoRounds_AreComparedOnWhatTheyShare()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var ratings = Panel();
        var later = Ratings.Of(["expert-1", "expert-2", "expert-3"], ["lighting", "gutters", "murals"], new double[,] { { 5, 4, 2 }, { 5, 4, 2 }, { 5, 4, 3 } });

        // <change>
        ConcordanceChange change = new KendallW().Compare(ratings, later);
        Console.WriteLine(change);
        Console.WriteLine($"change {change.Change}; left: {string.Join(", ", change.RatersOnlyBefore)}; dropped: {string.Join(", ", change.ItemsOnlyBefore)}");
        // </change>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void ConcordancePage_States_MergeFromText()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <state>
        var north = new ConcordanceState("lighting", "murals", "gutters", "tours");
        north.AddRows([5, 2, 4, 1, 4, 2, 4, 2]);                        // bytes, row by row
        var south = new ConcordanceState("lighting", "murals", "gutters", "tours");
        south.Add([5, 3, 3, 1], weight: 250);                           // 250 people answered so
        Console.WriteLine(new KendallW().Measure(north.Merge(ConcordanceState.Parse(south.ToJson()))));
        // </state>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void ConcordancePage_Kin_AreComputed()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var ratings = Panel();
        var result = new KendallW().Measure(ratings);

        // <kin>
        RankCorrelation tau = KendallTau.Of(ratings.Row(0), ratings.Row(1));
        Console.WriteLine($"tau-b {tau}");
        foreach (var pair in FriedmanPairs.Of(ratings).Pairs.Take(2))
            Console.WriteLine(pair);
        Console.WriteLine(KrippendorffAlpha.Of(ratings, MeasurementLevel.Ordinal));
        Console.WriteLine(WeightedKappa.Of(ratings.Row(0), ratings.Row(1), [1, 2, 3, 4, 5], KappaWeights.Quadratic));
        Console.WriteLine($"{InterpretationBands.Schmidt.Label(result.W)}, in the words of {InterpretationBands.Schmidt.Source}");
        // </kin>

        Golden.Verify(Console.ToString());
    }
}

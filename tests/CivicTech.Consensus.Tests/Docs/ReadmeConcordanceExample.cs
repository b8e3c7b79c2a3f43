using CivicTech.Consensus.Concordance;

namespace Examples;

public sealed class ReadmeConcordanceExample
{
    [Fact]
    public void Readme_HowMuchDoTheyAgree_IsAsItsCommentSays()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <readme-concordance>
        var ratings = Ratings.Of(["Ali", "Zoé", "Reza"], ["park", "well", "tram", "library"], new double[,]
        {
            { 5, 2, 4, 1 },
            { 4, 3, 5, 1 },
            { 5, 1, 4, 2 },
        });
        ConcordanceResult agreement = new KendallW().Measure(ratings);
        Console.WriteLine(agreement);   // W = 0.822222 (37/45), p = 0.032986 (Exact), 3 raters, 4 items
        // </readme-concordance>

        Assert.Equal("W = 0.822222 (37/45), p = 0.032986 (Exact), 3 raters, 4 items\n", Console.ToString());
    }
}

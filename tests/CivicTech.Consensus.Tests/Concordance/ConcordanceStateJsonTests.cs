using System.Text;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Concordance;

public sealed class ConcordanceStateJsonTests
{
    [Fact]
    public void ToJson_AState_IsCanonicalAndReadBack()
    {
        var state = new ConcordanceState("پارک", "quai \"B\"");
        state.Add([1, 2], weight: 3);
        state.Add([2, 2]);
        state.Add([double.NaN, 1], missing: MissingRatings.ListwiseRaters);

        Assert.Equal(
            """{"constant":"1","incomplete":"1","items":["پارک","quai \"B\""],"raters":"4","squares":"6","state":"civictech/concordance-state/1","sums":["-3","3"]}""",
            state.ToJson());
        Assert.Equal(state, ConcordanceState.Parse(state.ToJson()));
    }

    [Fact]
    public void Parse_RandomStates_AreReadBack()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var state = ConcordanceState.Of(Ratings.Of(Tables.Random(seed, 1 + (int)(seed % 9), 1 + (int)(seed % 7), 4)));

            Assert.Equal(state, ConcordanceState.Parse(state.ToJson()));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "object")]
    [InlineData("{}", "'state'")]
    [InlineData("""{"state":"civictech/concordance-state/2"}""", "'state'")]
    [InlineData("""{"state":"civictech/concordance-state/1","items":"a"}""", "'items'")]
    [InlineData("""{"state":"civictech/concordance-state/1","items":["a","a"],"sums":["0","0"]}""", "'a'")]
    [InlineData("""{"state":"civictech/concordance-state/1","items":["a","b"],"sums":["0",0]}""", "'sums[1]'")]
    [InlineData("""{"state":"civictech/concordance-state/1","items":["a","b"],"sums":["0"],"squares":"0","raters":"0","constant":"0","incomplete":"0"}""", "1 sums for 2")]
    [InlineData("""{"state":"civictech/concordance-state/1","items":["a","b"],"sums":["3","-3"],"squares":"4","raters":"2","constant":"0","incomplete":"0"}""", "No raters")]
    [InlineData("""{"state":"civictech/concordance-state/1","items":["a","b"],"sums":["2","-1"],"squares":"4","raters":"2","constant":"0","incomplete":"0"}""", "No raters")]
    [InlineData("""{"state":"civictech/concordance-state/1","items":["a","b"],"sums":["0","0"],"squares":"0","raters":"-1","constant":"0","incomplete":"0"}""", "No raters")]
    [InlineData("""{"state":"civictech/concordance-state/1","items":["a","b"],"sums":["0","0"],"squares":"0","raters":"1","constant":"0","incomplete":"0"}""", "No raters")]
    public void Parse_WhatIsNoState_SaysWhatIsWrong(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => ConcordanceState.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_MutatedText_IsReadOrRefused()
    {
        var state = new ConcordanceState("a", "b", "c");
        state.Add([3, 1, 2], weight: 12);
        var text = Encoding.UTF8.GetBytes(state.ToJson());
        var random = new SplitMix64(1);
        for (var round = 0; round < 5000; round++)
        {
            var mutated = (byte[])text.Clone();
            for (var change = 0; change <= round % 3; change++)
            {
                mutated[random.Below(mutated.Length)] = (byte)random.Next();
            }

            try
            {
                var read = ConcordanceState.Parse(Encoding.UTF8.GetString(mutated));
                Assert.InRange(new KendallW().Measure(read).W.ValueOrNull ?? 0, 0, 1);
            }
            catch (FormatException)
            {
            }
        }
    }
}

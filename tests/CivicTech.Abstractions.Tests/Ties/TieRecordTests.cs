using CivicTech.Ties;

namespace CivicTech.Abstractions.Tests.Ties;

public sealed class TieRecordTests
{
    private static TieRecord Record => new(2, ["a", "b"], ["b", "a"], [TieKey.Highest("votes"), TieKey.Lot("x")], true);

    [Fact]
    public void Equality_SameContent_IsEqual()
    {
        Assert.Equal(Record, Record);
        Assert.True(Record == Record);
        Assert.Equal(Record.GetHashCode(), Record.GetHashCode());
        TieRecord?[] others =
        [
            Record with { Round = 3 },
            Record with { Tied = ["a", "c"] },
            Record with { Tied = ["b", "a"] },
            Record with { Tied = ["a", "b", "c"] },
            Record with { Order = ["a", "b"] },
            Record with { BrokenBy = [TieKey.Highest("votes")] },
            Record with { BrokenBy = [] },
            Record with { Matters = false },
            null,
        ];
        Assert.All(others, other => Assert.False(Record.Equals(other)));
        Assert.All(others, other => Assert.True(Record != other));
    }

    [Fact]
    public void ToString_Record_IsASentence()
    {
        Assert.Equal(
            "Round 2: a, b are tied; highest-votes, then lot:x puts them in the order b, a (another order could have changed the outcome).",
            Record.ToString());
        Assert.Equal(
            "Round 2: a, b are tied; lot:x puts them in the order b, a (no order of them changes the outcome).",
            (Record with { BrokenBy = [TieKey.Lot("x")], Matters = false }).ToString());
        Assert.Equal("Round 2: a, b are tied, and the tie is open.", (Record with { BrokenBy = [] }).ToString());
        Assert.Equal("Round 2: a, b are tied; no order of them changes the outcome.", (Record with { BrokenBy = [], Matters = false }).ToString());
    }
}

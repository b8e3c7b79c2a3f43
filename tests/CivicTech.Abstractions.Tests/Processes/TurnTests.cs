using CivicTech.Processes;

namespace CivicTech.Abstractions.Tests.Processes;

public sealed class TurnTests
{
    private static readonly RefusalKind No = new("no", "No.", "Non.", "نه.");
    private static readonly RefusalKind Never = new("never", "Never.", "Jamais.", "هرگز.");

    private static Turn<string, string> Turn() => new("a", (state, happened) => state + happened);

    [Fact]
    public void Decide_Nothing_IsAcceptedWithoutEvents()
    {
        var decision = Turn().Decide();
        Assert.True(decision.IsAccepted);
        Assert.Equal("a", decision.State);
        Assert.Empty(decision.Events);
        Assert.Empty(decision.Refusals);
    }

    [Fact]
    public void Decide_Events_AreFoldedInOrder()
    {
        var turn = Turn();
        turn.Apply("b");
        Assert.Equal("ab", turn.State);
        turn.Apply("c");
        var decision = turn.Decide();
        Assert.Equal("abc", decision.State);
        Assert.Equal(["b", "c"], decision.Events.ToArray());
    }

    [Fact]
    public void Decide_OneRefusal_UndoesEveryEvent()
    {
        var turn = Turn();
        turn.Apply("b");
        turn.Refuse(No.With());
        turn.Apply("c");
        var decision = turn.Decide();
        Assert.False(decision.IsAccepted);
        Assert.Equal("a", decision.State);
        Assert.Empty(decision.Events);
        Assert.Equal([No.With()], decision.Refusals.ToArray());
    }

    [Fact]
    public void Require_Conditions_CollectsEveryRefusalAndMakesNoOther()
    {
        var turn = Turn();
        Assert.True(turn.Require(true, () => throw new InvalidOperationException("made for nothing")));
        Assert.False(turn.IsRefused);
        Assert.False(turn.Require(false, () => No.With()));
        Assert.False(turn.Require(false, () => Never.With()));
        Assert.True(turn.IsRefused);
        Assert.Equal(["no", "never"], turn.Decide().Refusals.Select(refusal => refusal.Code));
    }
}

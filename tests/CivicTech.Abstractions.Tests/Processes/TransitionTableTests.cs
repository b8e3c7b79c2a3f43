using CivicTech.Processes;

namespace CivicTech.Abstractions.Tests.Processes;

public sealed class TransitionTableTests
{
    private enum Stage
    {
        Draft,
        Open,
        Closed,
        Dropped,
    }

    private static readonly TransitionTable<Stage> Table = new(
        Stage.Draft,
        new Transition<Stage>(Stage.Draft, "edit", Stage.Draft),
        new Transition<Stage>(Stage.Draft, "open", Stage.Open),
        new Transition<Stage>(Stage.Draft, "drop", Stage.Dropped),
        new Transition<Stage>(Stage.Open, "close", Stage.Closed),
        new Transition<Stage>(Stage.Open, "expire", Stage.Closed),
        new Transition<Stage>(Stage.Open, "drop", Stage.Dropped),
        new Transition<Stage>(Stage.Closed, "note", Stage.Closed));

    [Fact]
    public void ToMermaid_Table_IsThisText() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> Draft
            Draft : Draft
            Draft : edit
            Closed : Closed
            Closed : note
            Draft --> Open : open
            Draft --> Dropped : drop
            Open --> Closed : close, expire
            Open --> Dropped : drop
            Dropped --> [*]
            Closed --> [*]

        """,
        Table.ToMermaid());

    [Fact]
    public void ToMermaid_ManyCommands_AreBrokenOverLines()
    {
        string[] names = ["a-rather-long-command", "another-command", "c", "d", "one-command-that-is-wider-than-any-line-of-a-box-can-be"];
        var table = new TransitionTable<Stage>(
            Stage.Draft,
            [.. names.Select(name => new Transition<Stage>(Stage.Draft, name, Stage.Draft)), .. names.Select(name => new Transition<Stage>(Stage.Draft, name, Stage.Open))]);

        Assert.Equal(
            """
            stateDiagram-v2
                [*] --> Draft
                Draft : Draft
                Draft : a-rather-long-command, another-command, c, d
                Draft : one-command-that-is-wider-than-any-line-of-a-box-can-be
                Draft --> Open : a-rather-long-command<br/>another-command, c, d<br/>one-command-that-is-wider-than-any-line-of-a-box-can-be
                Open --> [*]

            """,
            table.ToMermaid());
    }

    [Fact]
    public void Allows_StageAndTrigger_AsTheRowsSay()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var trigger in new[] { "edit", "open", "close", "expire", "drop", "note", "Edit", "" })
            {
                Assert.Equal(Table.Rows.Any(row => row.From == stage && row.Trigger == trigger), Table.Allows(stage, trigger));
            }
        }
    }

    [Fact]
    public void Leads_Stages_AsTheRowsSay()
    {
        Assert.True(Table.Leads(Stage.Draft, Stage.Open));
        Assert.True(Table.Leads(Stage.Draft, Stage.Draft));
        Assert.False(Table.Leads(Stage.Open, Stage.Open));
        Assert.False(Table.Leads(Stage.Open, Stage.Draft));
        Assert.False(Table.Leads(Stage.Draft, Stage.Closed));
    }

    [Fact]
    public void TriggersOf_Stage_AreInTheOrderOfTheRows()
    {
        Assert.Equal(["edit", "open", "drop"], Table.TriggersOf(Stage.Draft));
        Assert.Equal(["close", "expire", "drop"], Table.TriggersOf(Stage.Open));
        Assert.Empty(Table.TriggersOf(Stage.Dropped));
        Assert.Equal(Stage.Draft, Table.Initial);
    }
}

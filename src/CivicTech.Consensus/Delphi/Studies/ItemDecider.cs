using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Rounds;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>Commands about what is asked.</summary>
internal static class ItemDecider
{
    internal static void Record(StudyTurn turn, RecordFunnelStage record)
    {
        turn.RequireText("stage.name", record.Stage.Name);
        turn.RequireTextOrNone("stage.explanation", record.Stage.Explanation);
        foreach (var removal in record.Stage.Removed)
        {
            turn.RequireText("stage.removed.reason", removal.Reason);
        }

        // Of what the last stage kept and nobody registered it can still be said what became of it.
        turn.Require(turn.Head.Items == 0 || turn.Head.Funnel.Kept > turn.Head.OpenItems, () => StudyRefusals.ItemsRegistered.With());
        RequireStage(turn, record.Stage);
        if (!turn.IsRefused)
        {
            turn.Apply(new FunnelStageRecorded { Stage = record.Stage });
        }
    }

    internal static void Register(StudyTurn turn, RegisterItems register)
    {
        turn.Require(!register.Items.IsEmpty, () => StudyRefusals.NoItems.With());
        RequireNew(turn, register.Items);
        if (!turn.IsRefused)
        {
            turn.Apply(new ItemsRegistered { Items = [.. register.Items.Select(item => InOrder(turn, item))] });
        }
    }

    internal static void Screen(StudyTurn turn, ScreenItems screen)
    {
        // What was registered beyond what the stage before kept came in with this one.
        var added = turn.Head.Funnel.Kept is { } kept ? Math.Max(0, turn.Head.OpenItems - kept) : 0;
        turn.RequireText("stage", screen.Stage);
        turn.Require(!screen.Removed.IsEmpty || added > 0, () => StudyRefusals.NoItems.With());
        RequireOpen(turn, [.. screen.Removed.Select(removal => removal.Item)]);
        foreach (var removal in screen.Removed)
        {
            turn.RequireText("removed.reason", removal.Reason);
        }

        var stage = new FunnelStage
        {
            Name = screen.Stage,
            Added = added,
            In = turn.Head.OpenItems,
            Kept = turn.Head.OpenItems - screen.Removed.Length,
            Removed =
            [
                .. screen.Removed.GroupBy(removal => removal.Reason, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new FunnelRemoval { Reason = group.Key, Count = group.Count() }),
            ],
        };
        if (!turn.IsRefused)
        {
            RequireStage(turn, stage);
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new ItemsScreened { Removed = screen.Removed, Stage = stage });
        }
    }

    internal static void Add(StudyTurn turn, AddItem add)
    {
        turn.RequireText("reason", add.Reason);
        RequireNew(turn, [add.Item]);
        RequireAsked(turn, add.Item.Panels);
        if (!turn.IsRefused)
        {
            turn.Apply(new ItemAdded { Item = InOrder(turn, add.Item), Reason = add.Reason });
        }
    }

    internal static void Drop(StudyTurn turn, DropItem drop)
    {
        turn.RequireText("reason", drop.Reason);
        RequireOpen(turn, [drop.Item]);
        if (!turn.IsRefused)
        {
            turn.Apply(new ItemDropped { Item = drop.Item, Reason = drop.Reason });
        }
    }

    internal static void Merge(StudyTurn turn, MergeItems merge)
    {
        turn.RequireText("reason", merge.Reason);
        turn.Require(!merge.From.IsEmpty, () => StudyRefusals.NoItems.With());
        RequireOpen(turn, merge.From);
        RequireNew(turn, [merge.Into]);
        RequireAsked(turn, merge.Into.Panels);
        if (!turn.IsRefused)
        {
            turn.Apply(new ItemsMerged { From = merge.From, Into = InOrder(turn, merge.Into), Reason = merge.Reason });
        }
    }

    /// <summary>That a panel that is to rate a new item will be asked again.</summary>
    internal static void RequireAsked(StudyTurn turn, ImmutableArray<string> panels)
    {
        foreach (var stopped in turn.Head.Stopped.Where(stopped => stopped.IsForGood && panels.Contains(stopped.Panel)))
        {
            turn.Refuse(StudyRefusals.PanelStopped.With(("panel", stopped.Panel), ("round", stopped.AfterRound.ToString(CultureInfo.InvariantCulture))));
        }
    }

    internal static void RequireNew(StudyTurn turn, ImmutableArray<NewItem> items)
    {
        foreach (var item in items)
        {
            turn.RequireText("item.text", item.Text);
            turn.RequireId("item", item.Id);
            turn.Require(!item.Panels.IsEmpty, () => StudyRefusals.NoPanels.With(("item", item.Id)));
            foreach (var panel in item.Panels.Where(panel => turn.Protocol.FindPanel(panel) is null))
            {
                turn.Refuse(StudyRefusals.NoSuchPanel.With(("panel", panel)));
            }
        }

        if (!items.All(item => StudyNames.IsId(item.Id)))
        {
            return;
        }

        turn.State.Items.Foresee(items.Select(item => item.Id));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            turn.Require(seen.Add(item.Id) && turn.State.Items.Find(item.Id) is null, () => StudyRefusals.ItemKnown.With(("item", item.Id)));
        }
    }

    internal static NewItem InOrder(StudyTurn turn, NewItem item) =>
        item with { Panels = [.. turn.Protocol.Panels.Select(panel => panel.Id).Where(panel => item.Panels.Contains(panel))] };

    private static void RequireOpen(StudyTurn turn, ImmutableArray<string> items)
    {
        if (!items.All(item => turn.RequireId("item", item)))
        {
            return;
        }

        turn.State.Items.Foresee(items);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in items)
        {
            if (!turn.Require(seen.Add(id), () => StudyRefusals.NamedTwice.With(("item", id))))
            {
                continue;
            }

            if (turn.State.Items.Find(id) is not { } item)
            {
                turn.Refuse(StudyRefusals.NoSuchItem.With(("item", id)));
            }
            else
            {
                turn.Require(item.Status is ItemStatus.Open, () => StudyRefusals.ItemNotOpen.With(("item", id), ("status", EnumNames.Of(item.Status))));
            }
        }
    }

    private static void RequireStage(StudyTurn turn, FunnelStage stage)
    {
        turn.Require(turn.Head.Funnel.Stages.All(before => before.Name != stage.Name), () => StudyRefusals.FunnelWrong.With(("problem", $"{stage.Name}: there is such a stage already.")));
        foreach (var problem in ItemFunnel.Problems(stage, turn.Head.Funnel.Stages is [.., var last] ? last : null))
        {
            turn.Refuse(StudyRefusals.FunnelWrong.With(("problem", problem)));
        }
    }
}

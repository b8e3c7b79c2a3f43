using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>What experts suggest to add or to take out.</summary>
internal static class SuggestionDecider
{
    internal static void Make(StudyTurn turn, MakeSuggestion make)
    {
        turn.RequireText("text", make.Text);
        if (turn.RequireExpert(make.Expert) is not { } expert || !turn.RequireId("suggestion", make.Suggestion))
        {
            return;
        }

        turn.Require(expert.Status == ExpertStatus.Joined, () => StudyRefusals.NotJoined.With(("expert", expert.Id), ("status", EnumNames.Of(expert.Status))));
        turn.Require(turn.State.Suggestions.Find(make.Suggestion) is null, () => StudyRefusals.SuggestionKnown.With(("suggestion", make.Suggestion)));
        if (make.Remove is { } item)
        {
            var asked = turn.State.Forms[StudyNames.OfRound(turn.Head.Round)].Find(item);
            turn.Require(asked is not null && expert.SitsOn(asked.Panels), () => StudyRefusals.NotAsked.With(("item", item), ("round", StudyNames.OfRound(turn.Head.Round))));
        }
        else
        {
            turn.Require(!make.Panels.IsEmpty, () => StudyRefusals.NoPanels.With(("item", make.Suggestion)));
            ItemDecider.RequireAsked(turn, make.Panels);
        }

        foreach (var panel in make.Panels.Where(panel => !expert.SitsOn([panel])))
        {
            turn.Refuse(StudyRefusals.NoSuchPanel.With(("panel", panel)));
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new SuggestionMade
            {
                Suggestion = new Suggestion { Id = make.Suggestion, Expert = expert.Id, Round = turn.Head.Round, Remove = make.Remove, Text = make.Text, Panels = make.Remove is null ? make.Panels : [] },
            });
        }
    }

    internal static void Decide(StudyTurn turn, DecideSuggestion decide)
    {
        turn.RequireText("reason", decide.Reason);
        if (!turn.RequireId("suggestion", decide.Suggestion))
        {
            return;
        }

        if (turn.State.Suggestions.Find(decide.Suggestion) is not { } suggestion)
        {
            turn.Refuse(StudyRefusals.NoSuchSuggestion.With(("suggestion", decide.Suggestion)));
            return;
        }

        var adds = decide.Accept && suggestion.Remove is null;
        turn.Require(suggestion.Accepted is null, () => StudyRefusals.SuggestionSettled.With(("suggestion", suggestion.Id)));
        turn.Require(adds == decide.Item is not null, () => StudyRefusals.ItemIdWrong.With(("suggestion", suggestion.Id)));
        if (turn.IsRefused)
        {
            return;
        }

        if (adds)
        {
            ItemDecider.Add(turn, new AddItem { Item = new NewItem { Id = decide.Item!, Text = suggestion.Text, Panels = suggestion.Panels }, Reason = decide.Reason });
        }
        else if (decide.Accept && turn.State.Items.Find(suggestion.Remove!) is { Status: ItemStatus.Open })
        {
            // The rule may have taken it out already: then there is nothing left to do.
            ItemDecider.Drop(turn, new DropItem { Item = suggestion.Remove!, Reason = decide.Reason });
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new SuggestionDecided { Suggestion = suggestion.Id, Accepted = decide.Accept, Reason = decide.Reason });
            StudyDecider.EndByRule(turn);
        }
    }
}

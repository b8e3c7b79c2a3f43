using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>Protocols as published studies ran them, to begin with; each is data that can be changed with <c>with</c>.</summary>
public static class DelphiPresets
{
    /// <summary>
    /// The procedure of a study by the municipality of Isfahan on which of its services can be handed to citizens: answers from 1 to 5, an item whose mean is not above the neutral 3 is dropped,
    /// and the study ends when Kendall's W of every panel has changed by less than 0.2 since the round before.
    /// </summary>
    /// <param name="id">The host's id of the study.</param>
    /// <param name="description">The host's reference to title and texts.</param>
    /// <param name="panels">The panels.</param>
    /// <remarks>
    /// With a warning: the change of W has no statistical base, and in the published study it compared W over different items. Here only experts and items of both rounds are compared. What
    /// the publication leaves open is stated: a mean of exactly 3 drops the item, all panels must have reached the bound, and an item that nobody could judge is asked again. Three rounds at
    /// least were held there; here two may be enough, and five are the most.
    /// </remarks>
    public static DelphiProtocol Isfahan(string id, string description, params ImmutableArray<PanelPlan> panels) => new()
    {
        Id = id,
        Description = description,
        Scale = RatingScale.Of(1, 5),
        MayAbstain = false,
        Panels = panels,
        Mode = RoundMode.RoundByRound,
        Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Drop },
        Stability = new ConcordanceStability { ChangeBelow = new Rational(1, 5) },
        Items = new ItemRule { FromRound = 1, WhenIn = ItemAction.AskAgain, WhenOut = ItemAction.Drop, WhenNone = ItemAction.AskAgain, WhenTooFew = ItemAction.AskAgain },
        Stop = new StopRule { MinRounds = 2, MaxRounds = 5, Scope = StopScope.AllPanels, When = StopWhen.Stable, ConsensusShare = 1 },
        Feedback = new FeedbackPlan { Group = FeedbackGroup.AllRaters, SmallestCell = 5, Quartiles = QuantileRule.Linear },
        Missing = MissingAnswers.LeaveOutExperts,
    };

    /// <summary>
    /// The usual study of core outcomes in health: answers from 1 to 9, consensus to include with 70 % at 7 to 9 and less than 15 % at 1 to 3 in every stakeholder group and the mirror image to
    /// exclude, two rounds, every item asked in both.
    /// </summary>
    /// <param name="id">The host's id of the study.</param>
    /// <param name="description">The host's reference to title and texts.</param>
    /// <param name="panels">The panels; their roles are the stakeholder groups.</param>
    /// <remarks>Williamson and others (2017), "The COMET Handbook: version 1.0", Trials 18 (suppl. 3): the thresholds are its example, and a study states its own.</remarks>
    public static DelphiProtocol CoreOutcomes(string id, string description, params ImmutableArray<PanelPlan> panels) => new()
    {
        Id = id,
        Description = description,
        Scale = RatingScale.Of(1, 9),
        MayAbstain = true,
        Panels = panels,
        Mode = RoundMode.RoundByRound,
        Criterion = new EveryRole { Criterion = CometCriterion.Comet7015 },
        Stability = new ItemsStable { Measure = new UnchangedShare { AtLeast = new Rational(3, 4) }, AtLeast = new Rational(3, 4) },
        Items = new ItemRule { FromRound = 2, WhenIn = ItemAction.Settle, WhenOut = ItemAction.Drop, WhenNone = ItemAction.AskAgain, WhenTooFew = ItemAction.AskAgain },
        Stop = new StopRule { MinRounds = 2, MaxRounds = 2, Scope = StopScope.AllPanels, When = StopWhen.Never, ConsensusShare = 1 },
        Feedback = new FeedbackPlan { Group = FeedbackGroup.OwnRole, SmallestCell = 5, Quartiles = QuantileRule.Linear },
        Missing = MissingAnswers.LeaveOutExperts,
    };
}

using System.Collections.Immutable;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

/// <summary>Made-up studies of two panels with shared people: silent, abstaining and leaving experts, items dropped, merged and added, round by round and in real time.</summary>
internal static class RandomStudies
{
    internal const string Expert = "secret-person-";

    internal static Play Of(ulong seed)
    {
        var random = new SplitMix64(seed);
        var play = new Play(ProtocolOf(random));
        var people = random.Between(7, 14);
        for (var i = 0; i < people; i++)
        {
            var role = random.OneIn(3) ? "owner" : "practitioner";
            var panels = i < 2 || random.OneIn(4) ? new[] { "a", "b" } : [random.OneIn(3) ? "b" : "a"];
            play.Join(Expert + i, [.. panels.Select(panel => (panel, random.OneIn(6) ? "owner" : role))]);
        }

        play.Do(new RecordFunnelStage { Stage = new FunnelStage { Name = "inventory", In = 20, Kept = 5, Removed = [new() { Reason = "law", Count = 13 }], Unaccounted = 2, Explanation = "notes/two" } });
        play.Register(("i1", ["a"]), ("i2", ["a", "b"]), ("i3", ["a", "b"]), ("i4", ["b"]), ("i5", ["a"]));
        var silence = random.Pick([0, 0, 12, 5, 2]);
        for (var round = 1; round <= 3 && play.State.Head.Status is not StudyStatus.Concluded; round++)
        {
            play.Open();
            Answer(play, random, silence);
            play.Close();
            ChangeItems(play, random, round);
            if (play.State.Head.Status is not StudyStatus.Concluded && (play.State.Head.OpenItems == 0 || random.OneIn(8)))
            {
                play.Do(new ConcludeStudy { Reason = "reasons/time" });
            }
        }

        return play;
    }

    private static DelphiProtocol ProtocolOf(SplitMix64 random)
    {
        var isRealTime = random.OneIn(4);
        ImmutableArray<RoleQuota> roles = [new() { Role = "owner", Seats = 30 }, new() { Role = "practitioner", Seats = 30 }];
        ConsensusCriterion criterion = new PercentAgreement { Lowest = 4, Highest = 5, AtLeast = new(2, 3), Out = new() { Lowest = 1, Highest = 2 } };
        StabilityMeasure measure = random.OneIn(2) ? new UnchangedShare { AtLeast = new(1, 2) } : new KappaAtLeast { Weights = KappaWeights.Linear, AtLeast = new(1, 2) };
        return new DelphiProtocol
        {
            Id = "study",
            Description = "texts/study",
            Scale = RatingScale.Of(1, 5),
            MayAbstain = true,
            Panels = [new PanelPlan { Id = "a", Roles = roles }, new PanelPlan { Id = "b", Roles = roles }],
            Mode = isRealTime ? RoundMode.RealTime : RoundMode.RoundByRound,
            Criterion = random.OneIn(3) ? new EveryRole { Criterion = criterion } : criterion,
            Stability = random.OneIn(4) ? new ConcordanceStability { ChangeBelow = new(1, 5) } : new ItemsStable { Measure = measure, AtLeast = new(3, 4) },
            Items = new ItemRule { FromRound = random.Between(1, 3), WhenIn = random.Pick([ItemAction.AskAgain, ItemAction.Settle]), WhenOut = ItemAction.Drop, WhenNone = ItemAction.AskAgain, WhenTooFew = ItemAction.AskAgain },
            Stop = new StopRule { MinRounds = 2, MaxRounds = 3, Scope = random.Pick([StopScope.AllPanels, StopScope.EachPanel]), When = random.Pick([StopWhen.Never, StopWhen.Stable]), ConsensusShare = 1 },
            Feedback = new FeedbackPlan
            {
                Group = random.OneIn(2) ? FeedbackGroup.AllRaters : FeedbackGroup.OwnRole,
                SmallestCell = random.Between(3, 4),
                Quartiles = QuantileRule.Linear,
                RefreshEvery = isRealTime ? Duration.FromHours(1) : null,
            },
            Missing = random.Pick([MissingAnswers.LeaveOutExperts, MissingAnswers.LeaveOutItems]),
        };
    }

    private static void Answer(Play play, SplitMix64 random, int silence)
    {
        var experts = play.State.Experts.All.Where(expert => expert.Value.Status is ExpertStatus.Joined).Select(expert => expert.Key).ToList();
        random.Shuffle(experts);
        foreach (var expert in experts)
        {
            var asked = play.AskedOf(expert).Where(_ => !random.OneIn(25)).ToList();
            if (asked.Count > 0 && (silence == 0 || !random.OneIn(silence)))
            {
                play.Answer(expert, [.. asked.Select(item => (item.Id, random.OneIn(12) ? (int?)null : random.Between(1, 5)))]);
            }

            if (random.OneIn(40))
            {
                play.Do(new LeaveStudy { Expert = expert });
            }

            if (random.OneIn(3))
            {
                // What is shown in real time is brought up to date.
                play.Now += Duration.FromHours(1);
                play.Do(new AdvanceStudy());
            }
        }
    }

    private static void ChangeItems(Play play, SplitMix64 random, int round)
    {
        var open = play.State.Items.All.Where(item => item.Value.Status is ItemStatus.Open).Select(item => item.Value).ToList();
        if (play.State.Head.Status is StudyStatus.Concluded || open.Count < 2 || !play.State.Head.Stopped.IsEmpty)
        {
            return;
        }

        switch (random.Below(5))
        {
            case 0:
                play.Do(new DropItem { Item = open[0].Id, Reason = "reasons/by-hand" });
                break;
            case 1:
                play.Do(new MergeItems { From = [open[0].Id, open[1].Id], Into = new NewItem { Id = $"merged-{round}", Text = "texts/merged", Panels = ["a", "b"] }, Reason = "reasons/alike" });
                break;
            case 2:
                play.Do(new AddItem { Item = new NewItem { Id = $"new-{round}", Text = "texts/new", Panels = ["b"] }, Reason = "reasons/asked-for" });
                play.Do(new DropItem { Item = random.OneIn(2) ? $"new-{round}" : open[0].Id, Reason = "reasons/by-hand" });
                break;
            default:
                break;
        }
    }
}

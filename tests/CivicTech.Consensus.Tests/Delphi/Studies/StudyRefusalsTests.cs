using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

public sealed class StudyRefusalsTests
{
    private static readonly Dictionary<string, Func<ImmutableArray<Refusal>>> Ways = new()
    {
        // The study
        ["wrong-status"] = () => new Solo().Planned().Refused(new ExtendRound { Closes = On(Start + Day), Reason = "r" }),
        ["protocol-invalid"] = () => new Solo().Refused(new PlanStudy { Protocol = TwoPanels() with { Id = "a/b" } }),
        ["already-begun"] = () => Ready().Refused(new PlanStudy { Protocol = TwoPanels() }),
        ["bad-reference"] = () => Ready().Refused(new CancelStudy { Reason = "" }),
        ["bad-id"] = () => Invite("a/b", [], ("a", "x")),

        // Panels
        ["no-such-panel"] = () => Invite("e9", ["practice"], ("z", "x")),
        ["no-such-role"] = () => Invite("e9", ["practice"], ("b", "y")),
        ["quota-full"] = () => Invite("e9", ["practice"], ("b", "x")),
        ["not-eligible"] = () => Invite("e9", ["luck"], ("a", "x")),
        ["seats-wrong"] = () => Invite("e9", ["practice"], ("a", "x"), ("a", "y")),
        ["expert-known"] = () => Invite("e1", ["practice"], ("a", "x")),
        ["no-such-expert"] = () => Ready().Refused(new LeaveStudy { Expert = "nobody" }),
        ["already-answered"] = () => Ready().Refused(new AnswerInvitation { Expert = "e1", Accepts = false }),
        ["not-joined"] = () => Ready().Invited("e9", ("a", "x")).Refused(new LeaveStudy { Expert = "e9" }),
        ["panel-too-small"] = () =>
        {
            var solo = Ready();
            solo.Do(new LeaveStudy { Expert = "e3" });
            return solo.Refused(Schedule());
        },
        ["panel-stopped"] = () => OneStopped().Refused(new AddItem { Item = Item("new", "a"), Reason = "r" }),

        // Items
        ["funnel-wrong"] = () => new Solo().Planned().Refused(new RecordFunnelStage { Stage = new FunnelStage { Name = "law", In = 3, Kept = 2 } }),
        ["funnel-open"] = () => Funnelled(5).Refused(Schedule()),
        ["items-registered"] = () => Ready().Refused(new RecordFunnelStage { Stage = new FunnelStage { Name = "law", In = 3, Kept = 3 } }),
        ["no-items"] = () => Ready().Refused(new RegisterItems { Items = [] }),
        ["no-panels"] = () => Ready().Refused(new RegisterItems { Items = [Item("new")] }),
        ["item-known"] = () => Ready().Refused(new RegisterItems { Items = [Item("new", "a"), Item("i1", "a")] }),
        ["no-such-item"] = () => Ready().Refused(new ScreenItems { Stage = "law", Removed = [Out("nothing")] }),
        ["item-not-open"] = () =>
        {
            var solo = Ready();
            solo.Do(new ScreenItems { Stage = "law", Removed = [Out("i1")] });
            return solo.Refused(new ScreenItems { Stage = "sense", Removed = [Out("i1")] });
        },
        ["named-twice"] = () => Ready().Refused(new ScreenItems { Stage = "law", Removed = [Out("i1"), Out("i1")] }),
        ["suggestion-known"] = () => Suggested().Refused(Suggest()),
        ["no-such-suggestion"] = () => Suggested(closed: true).Refused(new DecideSuggestion { Suggestion = "none", Accept = false, Reason = "r" }),
        ["suggestion-settled"] = () =>
        {
            var solo = Suggested(closed: true);
            solo.Do(new DecideSuggestion { Suggestion = "more", Accept = false, Reason = "r" });
            return solo.Refused(new DecideSuggestion { Suggestion = "more", Accept = false, Reason = "r" });
        },
        ["item-id-wrong"] = () => Suggested(closed: true).Refused(new DecideSuggestion { Suggestion = "more", Accept = true, Reason = "r" }),

        // Rounds
        ["window-wrong"] = () => Ready().Refused(new ScheduleRound { Opens = On(Start + Day), Closes = On(Start + Day) }),
        ["not-later"] = () => Ready().Opened(10).Refused(new ExtendRound { Closes = On(Start + (2 * Day)), Reason = "r" }),
        ["no-such-round"] = () => Ready().Opened().Refused(Submit("e1", 2, ("i1", 3))),
        ["round-not-open"] = () =>
        {
            var solo = Ready();
            solo.Do(Schedule());
            return solo.Refused(Submit("e1", 1, ("i1", 3)));
        },
        ["round-over"] = () => Ready().Opened(10).At(Start + (20 * Day)).Refused(Submit("e1", 1, ("i1", 3))),
        ["no-answers"] = () => Ready().Opened().Refused(Submit("e1", 1)),
        ["not-asked"] = () => Ready().Opened().Refused(Submit("e1", 1, ("nothing", 3))),
        ["not-on-panel"] = () => Ready().Opened().Refused(Submit("e2", 1, ("k", 3))),
        ["off-scale"] = () => Ready().Opened().Refused(Submit("e1", 1, ("i1", 6))),
        ["may-not-abstain"] = () => Ready().Opened().Refused(Submit("e1", 1, ("i1", null))),
    };

    public static TheoryData<string> Codes { get; } = [.. Ways.Keys];

    [Fact]
    public void All_IsEveryKindThatIsDefinedAndHasAWay()
    {
        var defined = typeof(StudyRefusals).GetProperties().Select(property => property.GetValue(null)).OfType<RefusalKind>().Select(kind => kind.Code).Order(StringComparer.Ordinal);
        Assert.Equal(defined, StudyRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal));
        Assert.Equal(Ways.Keys.Order(StringComparer.Ordinal), StudyRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Refusal_OfEachKind_ComesAloneWithItsDataInThreeLanguages(string code)
    {
        var refusal = Assert.Single(Ways[code]());
        Assert.Equal(code, refusal.Code);
        Assert.Same(StudyRefusals.All.Single(kind => kind.Code == code), refusal.Kind);
        Assert.All(refusal.Data, data => Assert.False(string.IsNullOrEmpty(data.Value), data.Key));
        var sentences = new[] { "en", "fr", "fa" }.Select(refusal.Message).ToList();
        Assert.Equal(3, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.DoesNotContain('{', sentence));
        Assert.Contains(sentences[2], letter => letter is >= '\u0600' and <= '\u06FF');
    }

    private static ImmutableArray<Refusal> Invite(string expert, ImmutableArray<string> meets, params (string Panel, string Role)[] seats)
    {
        var solo = Ready();
        return solo.Refused(solo.Invite(expert, seats) with { Meets = meets });
    }

    private static ScheduleRound Schedule() => new() { Opens = On(Start + Day), Closes = On(Start + (2 * Day)) };

    private static ItemRemoval Out(string item) => new() { Item = item, Reason = "reasons/law" };

    private static MakeSuggestion Suggest() => new() { Suggestion = "more", Expert = "e1", Text = "texts/more", Panels = ["a"] };

    private static Solo Suggested(bool closed = false)
    {
        var solo = Ready().Opened();
        solo.Do(Suggest());
        if (closed)
        {
            solo.Close();
            Assert.Equal(StudyStatus.Between, solo.Head.Status);
        }

        return solo;
    }

    private static Solo Funnelled(int kept)
    {
        var solo = new Solo().Planned().Joined("e1", ("a", "x"), ("b", "x")).Joined("e2", ("a", "y")).Joined("e3", ("b", "x"));
        solo.Do(new RecordFunnelStage { Stage = new FunnelStage { Name = "law", In = kept, Kept = kept } });
        solo.Do(new RegisterItems { Items = [Item("i1", "a"), Item("i2", "a")] });
        return solo;
    }

    // Panel a agrees on all its items; b is of two minds.
    private static Solo OneStopped()
    {
        var solo = Ready(TwoPanels() with
        {
            Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Undecided },
            Stop = new StopRule { MinRounds = 1, MaxRounds = 5, Scope = StopScope.EachPanel, When = StopWhen.Consensus, ConsensusShare = 1 },
        }).Opened();
        solo.Said("e1", ("i1", 5), ("i2", 5), ("joint", 5), ("k", 2)).Said("e2", ("i1", 5), ("i2", 4), ("joint", 5)).Said("e3", ("joint", 4), ("k", 4)).Close();
        Assert.Equal(["a"], solo.Head.Stopped.Select(stopped => stopped.Panel));
        return solo;
    }
}

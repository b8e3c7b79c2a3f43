using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Rounds;

namespace ExpertPanel;

/// <summary>The three rounds, and what is decided between them.</summary>
internal sealed partial class Story
{
    private async Task FirstRoundAsync()
    {
        _page.Heading("Round 1: everybody for themselves");
        await DoAsync(new ScheduleRound { Opens = At(3, 1, 9), Closes = At(3, 15, 18) });
        await GoToAsync(3, 1, 9);
        _page.Say($"The questions are open; {_told.People(NoticeKind.QuestionsOpen, 1).Sum()} people are told. From now on the rules are frozen, under this digest:");
        _page.More($"{(await _studies.OverviewAsync(Town.Study))!.Frozen}");
        await GoToAsync(3, 5);
        await AnswerAsync(1, expert => !Crowd.IsSlow(expert, reminders: 0));
        await DoAsync(new MakeSuggestion { Suggestion = "s1", Expert = "parks-staff-1", Text = $"texts/{Services.Suggested}", Panels = ["parks"] });
        await DoAsync(new MakeSuggestion { Suggestion = "s2", Expert = "mobility-staff-2", Text = "texts/the-region-does-it-from-june", Remove = Services.TakenOver });
        await DoAsync(new MakeSuggestion { Suggestion = "s3", Expert = "culture-staff-1", Text = "texts/too-loud", Remove = "choir-evenings" });
        _page.Say("Most have answered. Experts suggest to add seed-library, and to take out stop-timetables and choir-evenings.");
        await GoToAsync(3, 12, 18);
        await AnswerAsync(1, expert => Crowd.IsSlow(expert, 0) && !Crowd.IsSlow(expert, 1));
        await GoToAsync(3, 14, 18);
        await AnswerAsync(1, expert => Crowd.IsSlow(expert, 1) && expert != Crowd.NeverAnswers);
        _page.Say($"Only those who have not answered are reminded: {string.Join(" people three days before the end, ", _told.People(NoticeKind.Reminder, 1))} on the last day.");
        await GoToAsync(3, 15, 18);
        await TellAsync(1);
    }

    private async Task BetweenAsync()
    {
        _page.Heading("Between the rounds");
        await GoToAsync(3, 22);
        await DoAsync(new DecideSuggestion { Suggestion = "s1", Accept = true, Item = Services.Suggested, Reason = "reasons/not-covered-yet" });
        await DoAsync(new DecideSuggestion { Suggestion = "s2", Accept = true, Reason = "reasons/the-region-does-it-from-june" });
        await DoAsync(new DecideSuggestion { Suggestion = "s3", Accept = false, Reason = "reasons/the-mean-is-4" });
        _page.Say("seed-library is added and stop-timetables dropped, each with the reason; choir-evenings stays.");
        await DoAsync(new ScheduleRound { Opens = At(4, 5, 9), Closes = At(4, 19, 18) });
    }

    private async Task SecondRoundAsync()
    {
        _page.Heading("Round 2: with the answers of the others in view");
        await GoToAsync(4, 5, 9);
        _page.Say($"{_told.People(NoticeKind.QuestionsOpen, 2).Sum()} people are asked again. What parks-executive-1 sees, and nobody else:");
        await ShowViewAsync("parks-executive-1");
        await GoToAsync(4, 7);
        await DoAsync(new LeaveStudy { Expert = Crowd.Leaves, Reason = "reasons/moved-away" });
        _page.Say($"{Crowd.Leaves} moves away and leaves. What was answered in round 1 stays.");
        await AnswerAsync(2, _ => true);
        await ShowMistakesAsync();
        await GoToAsync(4, 16);
        await DoAsync(new ExtendRound { Closes = At(4, 21, 18), Reason = "reasons/network-was-down" });
        _page.Say("The network was down for a day: the round is made longer, and the report says so.");
        await GoToAsync(4, 21, 18);
        _page.More("At the very moment of closing one more answer comes:");
        await RefuseAsync(Submit("parks-executive-1", 2, new Answer { Item = "tree-pits", Value = 1 }));
        await TellAsync(2);
    }

    private async Task ThirdRoundAsync()
    {
        _page.Heading("Round 3: the same again");
        await DoAsync(new ScheduleRound { Opens = At(5, 3, 9), Closes = At(5, 17, 18) });
        await GoToAsync(5, 3, 9);
        await GoToAsync(5, 10);
        await AnswerAsync(3, _ => true);
        await GoToAsync(5, 17, 18);
        await TellAsync(3);
        var overview = (await _studies.OverviewAsync(Town.Study))!;
        _page.More($"The study is over by its own rule: {overview.Status}. {_told.People(NoticeKind.StudyOver).Sum()} people are told.");
    }

    private async Task AnswerAsync(int round, Func<string, bool> isTheirTurn)
    {
        await foreach (var expert in _studies.ExpertsAsync(Town.Study))
        {
            if (expert.Status == ExpertStatus.Joined && isTheirTurn(expert.Id) && await _studies.ViewAsync(Town.Study, expert.Id) is { Items.Length: > 0 } view)
            {
                await DoAsync(Submit(expert.Id, round, [.. _opinions.Answers(view)]));
            }
        }
    }

    private async Task ShowMistakesAsync()
    {
        _page.More("Refused are the answers of a stranger, and a sheet with three mistakes, all told at once: a value off the scale, a service that was dropped, and one of another panel.");
        await RefuseAsync(Submit("the-mayor", 2, new Answer { Item = "tree-pits", Value = 5 }));
        await RefuseAsync(Submit("parks-executive-1", 2, new Answer { Item = "tree-pits", Value = 6 }, new Answer { Item = Services.Disputed, Value = 5 }, new Answer { Item = "story-hours", Value = 4 }));
    }

    private static SubmitAnswers Submit(string expert, int round, params Answer[] answers) => new() { Expert = expert, Round = round, Answers = [.. answers] };
}

using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

public sealed class AnonymityTests
{
    private const int Studies = 200;

    [Fact]
    public void Report_OfRandomStudies_TellsNoSumOverFewerPeopleThanTheSmallestCell()
    {
        var (links, hiddenLinks, attritions, roles, hidden, held) = (0, 0, 0, 0, 0, 0);
        for (var seed = 1UL; seed <= Studies; seed++)
        {
            var state = RandomStudies.Of(seed).State;
            var smallest = state.Protocol.Feedback.SmallestCell;
            foreach (var item in StudyReport.Of(state).Items)
            {
                links += item.Rounds.Count(round => !round.StabilityFigures.IsEmpty);
                hiddenLinks += item.Rounds.Count(round => round.IsStable is not null && round.StabilityFigures.IsEmpty);
                attritions += item.Rounds.Count(round => round.Attrition is not null);
                roles += item.Rounds.Count(round => !round.Roles.IsEmpty);
                hidden += item.Rounds.Count(round => round.Answers is null);
                held += item.Rounds.Count(round => round.IsAsLastShown);
                Assert.All(item.Rounds.Where(round => round.Answers is null), round => Assert.True((round.People < smallest || state.Protocol is { Mode: RoundMode.RealTime, Feedback.Group: FeedbackGroup.OwnRole }) && round.Figures.IsEmpty && round.StabilityFigures.IsEmpty && round.Roles.IsEmpty && round.Abstained is null));
                var published = Published(state, item);
                var known = new SpanOracle(published).Known(smallest);
                Assert.True(known is null, $"Seed {seed}, {item.Item.Id}: {string.Join(" + ", known ?? [])} can be worked out of\n{string.Join('\n', published.Select(group => string.Join(" + ", group)))}");
            }
        }

        // Otherwise nothing was tried.
        Assert.True(Math.Min(Math.Min(links, hiddenLinks), Math.Min(Math.Min(attritions, roles), Math.Min(hidden, held))) > 0, $"{links} {hiddenLinks} {attritions} {roles} {hidden} {held}");
    }

    [Fact]
    public void Figures_OfACriterionOfRolesWhenNotAllRolesAreShown_AreHidden()
    {
        // Of three roles two are too small; the figures of the criterion would tell the share of each.
        var protocol = DelphiPresets.Isfahan("study", "texts/study", new PanelPlan { Id = "a", Roles = [new() { Role = "owner", Seats = 5 }, new() { Role = "other", Seats = 2 }, new() { Role = "third", Seats = 2 }] });
        var play = new Play(protocol with { Criterion = new EveryRole { Criterion = protocol.Criterion }, Feedback = protocol.Feedback with { SmallestCell = 3 }, Stop = protocol.Stop with { When = StopWhen.Never } });
        for (var expert = 0; expert < 9; expert++)
        {
            play.Join($"e{expert}", ("a", expert < 5 ? "owner" : expert < 7 ? "other" : "third"));
        }

        play.Register(("i1", ["a"]), ("i2", ["a"]));
        play.Open();
        for (var expert = 0; expert < 9; expert++)
        {
            play.Answer($"e{expert}", ("i1", 4), ("i2", 5));
        }

        play.Close();
        var findings = StudyReport.Of(play.State).Items[0].Rounds[0];

        Assert.Equal(["owner"], findings.Roles.Select(role => role.Role));
        Assert.NotNull(findings.Answers);
        Assert.Empty(findings.Figures);
    }

    [Fact]
    public void Report_InEveryForm_NamesNobody()
    {
        for (var seed = 1UL; seed <= 30; seed++)
        {
            var report = StudyReport.Of(RandomStudies.Of(seed).State);

            Assert.All(
                new[] { report.ToText(), report.ToJson(), report.ToItemsCsv(), report.ToPanelsCsv(), report.Receipt!.ToJson(), report.CommittedReceipt(new string('k', 32)).ToJson() },
                text => Assert.DoesNotContain(RandomStudies.Expert, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Report_OfRandomStudies_SaysNothingOfAgreementOfFewerExpertsThanTheSmallestCell()
    {
        var (told, untold) = (0, 0);
        for (var seed = 1UL; seed <= Studies; seed++)
        {
            var report = StudyReport.Of(RandomStudies.Of(seed).State);
            foreach (var panel in report.Rounds.SelectMany(round => round.Panels))
            {
                Assert.True(panel.Concordance is null ? panel.NoConcordance is not null : !panel.Concordance.W.IsDefined || panel.Concordance.Raters >= report.Protocol.Feedback.SmallestCell);
                Assert.True(panel.Change is null ? panel.NoChange is not null : panel.Change.Raters >= report.Protocol.Feedback.SmallestCell && panel.Change.Raters <= panel.Raters && panel.Change.Items <= panel.Items);
                _ = panel.Change is null ? untold++ : told++;
            }
        }

        Assert.True(told > 0 && untold > 0);
    }

    // The groups whose sums of answers stand in the report, found from the answers and not by the code under test. A quantity is a person's answer of a round; where a stability figure says how
    // alike two rounds are, the worst is assumed: that nobody changed anything, and both are one quantity.
    private static List<IReadOnlyCollection<string>> Published(DelphiState state, ItemReport item)
    {
        var groups = new List<IReadOnlyCollection<string>>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var findings in item.Rounds)
        {
            var values = ValuesOf(state, findings.Round, item.Item.Id);
            foreach (var person in values.Keys.Where(person => (findings.StabilityFigures.IsEmpty && !WasSilent(state, findings.Round, person)) || !first.ContainsKey(person)
                || !ValuesOf(state, findings.Round - 1, item.Item.Id).ContainsKey(person)))
            {
                first[person] = findings.Round;
            }

            if (findings.Answers is null || findings.IsAsLastShown)
            {
                continue;
            }

            List<string> Named(Func<string, bool> chosen) => [.. values.Keys.Where(chosen).Select(person => $"{person}@{first[person]}")];
            Assert.Equal(values.Values.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count()), findings.Answers.Counts.Index().Where(step => step.Item > 0).ToDictionary(step => step.Index + 1, step => step.Item));
            groups.Add(Named(_ => true));
            if (state.Protocol.Criterion is EveryRole && !findings.Figures.IsEmpty)
            {
                // Its figures tell the share of every role.
                groups.AddRange(values.Keys.GroupBy(person => RoleOf(state, person, findings)).Select(role => Named(person => role.Contains(person))));
            }

            groups.AddRange(findings.Roles.Select(role => Named(person => RoleOf(state, person, findings) == role.Role)));
            groups.AddRange(SeenOfRoles(state, item.Item.Id, findings).Select(role => Named(person => RoleOf(state, person, findings) == role)));
            if (findings.Attrition is { } attrition)
            {
                var next = state.Forms[Name(findings.Round + 1)].Panels;
                bool Answers(string person) => state.Sheets.Find($"{Name(findings.Round + 1)}/{person}") is { Answers.IsEmpty: false };
                bool IsAsked(string person) => state.Experts[person].Seats.Any(seat => next.Contains(seat.Panel));
                groups.Add(Named(person => IsAsked(person) && Answers(person)));
                groups.Add(Named(person => IsAsked(person) && !Answers(person)));
                Assert.Equal((attrition.Stayed, attrition.Left), (groups[^2].Count, groups[^1].Count));
                Rational Mean(Func<string, bool> chosen) => new(values.Where(one => chosen(one.Key)).Sum(one => one.Value), values.Keys.Count(chosen));
                Assert.Equal(Mean(person => IsAsked(person) && Answers(person)) - Mean(person => IsAsked(person) && !Answers(person)), attrition.Difference);
            }
        }

        return groups;
    }

    // In real time every expert sees what the own role answered, and a reader may know one of each role: roles of which nobody answered anew since then.
    private static IEnumerable<string> SeenOfRoles(DelphiState state, string item, ItemFindings findings) => state.Protocol.Feedback.Group is FeedbackGroup.AllRaters ? []
        : (state.Boards.Find(Name(findings.Round))?.Items.First(shown => shown.Item == item).ByRole ?? [])
            .Where(role => state.Sheets.All.Select(sheet => sheet.Value).Where(sheet => sheet.Round == findings.Round && sheet.Find(item) is { } answer && answer.Since > role.Shown)
                .All(sheet => RoleOf(state, sheet.Expert, findings) != role.Role))
            .Select(role => role.Role);

    // Whoever gave no answer in a round in real time stands by those before: who took part is known, so that it is one quantity.
    private static bool WasSilent(DelphiState state, int round, string person) =>
        state.Protocol.Mode is RoundMode.RealTime && round > 1 && state.Sheets[$"{Name(round)}/{person}"].Answers.All(answer => answer.Since < state.Head.Rounds[round - 2].Shown);

    // In real time answers are carried over; those of people whose panels are asked no more count no more.
    private static Dictionary<string, int> ValuesOf(DelphiState state, int round, string item) => state.Sheets.All.Select(sheet => sheet.Value)
        .Where(sheet => sheet.Round == round && sheet.Find(item) is { Value: not null })
        .Where(sheet => state.Experts[sheet.Expert].Seats.Any(seat => state.Forms[Name(round)].Find(item)!.Panels.Contains(seat.Panel)))
        .ToDictionary(sheet => sheet.Expert, sheet => sheet.Find(item)!.Value!.Value, StringComparer.Ordinal);

    private static string RoleOf(DelphiState state, string person, ItemFindings findings) =>
        findings.Panels.Select(panel => state.Experts[person].Seats.FirstOrDefault(seat => seat.Panel == panel)?.Role).FirstOrDefault(role => role is not null) ?? "";

    private static string Name(int round) => round.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

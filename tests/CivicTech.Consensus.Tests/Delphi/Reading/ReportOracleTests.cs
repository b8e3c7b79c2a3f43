using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

/// <summary>The figures of reports worked out again from what the journal says that people did, by hand, and looked for in JSON, sheets and text.</summary>
public sealed class ReportOracleTests
{
    private const int Studies = 60;

    [Fact]
    public void Items_OfRandomStudies_AreThoseOfTheJournalInEveryForm()
    {
        var (shown, hidden, asShown) = (0, 0, 0);
        for (var seed = 1UL; seed <= Studies; seed++)
        {
            var (report, journal) = Of(seed);
            var smallest = report.Protocol.Feedback.SmallestCell;
            var json = JsonNode.Parse(report.ToJson())!["items"]!.AsArray().SelectMany(item => item!["rounds"]!.AsArray().Select(round => (Item: (string)item["item"]!, Round: round!))).ToList();
            var rows = Sheet(report.ToItemsCsv()).Where(row => row["round"].Length > 0).ToList();
            var lines = Table(report.ToText(), "Items (");
            Assert.Equal((json.Count, json.Count), (rows.Count, lines.Count));
            Assert.Equal(journal.Closed.Keys.Sum(round => journal.Forms[round].Count), json.Count);
            foreach (var ((item, found), row, line) in json.Zip(rows, lines))
            {
                var round = (int)found["round"]!;
                var values = journal.ValuesOf(round, item).Values;
                int[] given = [.. values.OfType<int>()];
                Assert.Equal((item, round, given.Length), ((string)row["item"], Whole(row["round"]), Whole(row["people"])));
                Assert.Equal(given.Length, (int)found["people"]!);
                Assert.Equal([item, Text(round), Text(given.Length)], line[..3]);
                Assert.Equal((string)found["verdict"]!, row["verdict"]);
                Assert.Equal((bool)found["isAsLastShown"]! ? "yes" : "no", row["as last shown"]);
                Assert.Contains((string)found["verdict"]!, line);
                Assert.Equal((string)found["action"]!, line[^1]);
                Assert.Equal(string.Join("; ", found["figures"]!.AsArray().Select(Sentence)), row["figures"]);
                Assert.Equal(string.Join("; ", found["stabilityFigures"]!.AsArray().Select(Sentence)), row["stability figures"]);
                if ((bool)found["isAsLastShown"]! || found["counts"] is null || given.Length < smallest)
                {
                    Assert.True((bool)found["isAsLastShown"]! || (found["counts"] is null && found["mean"] is null && line.Contains("hidden") && row["mean"].Length == 0 && row["answers 1"].Length == 0));
                    Assert.True(report.Protocol.Mode is RoundMode.RealTime || given.Length < smallest);
                    _ = (bool)found["isAsLastShown"]! ? asShown++ : hidden++;
                    continue;
                }

                int[] counts = [.. Enumerable.Range(1, 5).Select(value => given.Count(one => one == value))];
                var mean = new Rational(given.Sum(), given.Length);
                var deviation = Math.Sqrt(given.Sum(value => Math.Pow(value - given.Average(), 2)) / (given.Length - 1));
                Assert.Equal(counts, found["counts"]!.AsArray().Select(count => (int)count!));
                Assert.Equal(counts, Enumerable.Range(1, 5).Select(value => Whole(row[$"answers {value}"])));
                Assert.Contains(string.Join(' ', counts), line);
                Assert.Equal(mean.ToString(), (string)found["mean"]!);
                Assert.Equal(mean.ToDouble(), Number(row["mean"]), 0.00000051);
                Assert.Contains(mean.ToDouble().ToString("0.000", CultureInfo.InvariantCulture), line);
                Assert.Equal(deviation, Number(row["sd"]), 0.00000051);
                Assert.Contains(Number(row["sd"]).ToString("0.000", CultureInfo.InvariantCulture), line);
                Assert.Equal(Quantile(given, new(1, 2)).ToString(), (string)found["median"]!);
                Assert.Equal(Quantile(given, new(1, 4)).ToDouble(), Number(row["lower quartile"]), 0.00000051);
                Assert.Equal(Quantile(given, new(3, 4)).ToString(), (string)found["upperQuartile"]!);
                Assert.Equal(values.Count - given.Length, (int)found["abstained"]!);
                Assert.Equal(Text(values.Count - given.Length), row["abstained"]);
                shown++;
            }
        }

        Assert.True(Math.Min(shown, Math.Min(hidden, asShown)) > 0, $"{shown} {hidden} {asShown}");
    }

    [Fact]
    public void Rounds_OfRandomStudies_AreThoseOfTheJournalInEveryForm()
    {
        for (var seed = 1UL; seed <= Studies; seed++)
        {
            var (report, journal) = Of(seed);
            var json = JsonNode.Parse(report.ToJson())!["rounds"]!.AsArray();
            var lines = Table(report.ToText(), "Rounds");
            var roleLines = Table(report.ToText(), "Who answered, by role");
            foreach (var (found, line) in json.Zip(lines))
            {
                var round = (int)found!["round"]!;
                var closed = journal.Closed[round];
                bool Responded(string expert) => journal.Sheets.TryGetValue((round, expert), out var sheet) && sheet.Count > 0;
                string[] asked =
                [
                    .. journal.Seats.Keys.Where(expert => journal.Forms[round].Keys.Any(item => journal.Rates(expert, round, item)))
                        .Where(expert => Responded(expert) || (journal.Joined[expert] < closed && !(journal.Left.TryGetValue(expert, out var left) && left < closed))),
                ];
                string[] responded = [.. asked.Where(Responded)];
                string[] complete = [.. responded.Where(expert => journal.Forms[round].Keys.Where(item => journal.Rates(expert, round, item)).All(journal.Sheets[(round, expert)].ContainsKey))];
                Assert.Equal((asked.Length, responded.Length, complete.Length), ((int)found["asked"]!, (int)found["responded"]!, (int)found["complete"]!));
                Assert.Equal([Text(round), (string)found["opened"]!, (string)found["closes"]!, Text(journal.Forms[round].Count), Text(asked.Length), Text(responded.Length), Text(complete.Length)], line);
                var panels = journal.Forms[round].Values.SelectMany(panel => panel).ToHashSet();
                var roles = found["roles"]!.AsObject();
                Assert.All(roles, role =>
                {
                    bool IsOf(string expert) => journal.Seats[expert].Any(seat => panels.Contains(seat.Key) && seat.Value == role.Key);
                    int[] counts = [asked.Count(IsOf), responded.Count(IsOf), complete.Count(IsOf)];
                    Assert.Equal(counts, new[] { "asked", "responded", "complete" }.Select(name => (int)role.Value![name]!));
                    Assert.Contains(roleLines, cells => cells.SequenceEqual([Text(round), role.Key, .. counts.Select(Text)]));
                });
                Assert.Equal(asked.SelectMany(expert => journal.Seats[expert].Where(seat => panels.Contains(seat.Key)).Select(seat => seat.Value)).Distinct().Order(StringComparer.Ordinal), roles.Select(role => role.Key));
                if (found["attrition"] is { } attrition)
                {
                    var next = journal.Forms[round + 1];
                    bool IsAsked(string expert) => next.Keys.Any(item => journal.Rates(expert, round + 1, item));
                    bool Answers(string expert) => journal.Sheets.TryGetValue((round + 1, expert), out var sheet) && sheet.Count > 0;
                    Assert.Equal(
                        (responded.Length, responded.Count(expert => IsAsked(expert) && Answers(expert)), responded.Count(expert => IsAsked(expert) && !Answers(expert)), responded.Count(expert => !IsAsked(expert))),
                        ((int)attrition["answered"]!, (int)attrition["stayed"]!, (int)attrition["left"]!, (int)attrition["notAsked"]!));
                }
            }
        }
    }

    [Fact]
    public void Panels_OfRandomStudies_AreThoseOfTheJournalInEveryForm()
    {
        var (told, changes) = (0, 0);
        for (var seed = 1UL; seed <= Studies; seed++)
        {
            var (report, journal) = Of(seed);
            var json = JsonNode.Parse(report.ToJson())!["rounds"]!.AsArray().SelectMany(round => round!["panels"]!.AsArray().Select(panel => (Round: (int)round["round"]!, Found: panel!))).ToList();
            var rows = Sheet(report.ToPanelsCsv());
            var lines = Table(report.ToText(), "Panels (W");
            var changeLines = Table(report.ToText(), "Change of W");
            Assert.Equal((json.Count, json.Count), (rows.Count, lines.Count));
            foreach (var ((round, found), row, line) in json.Zip(rows, lines))
            {
                var panel = (string)found["panel"]!;
                var table = TableOf(journal, round, panel);
                Assert.Equal([panel, Text(round), Text(table.Count), Text((int)found["items"]!)], line[..4]);
                Assert.Equal((panel, Text(round), Text(table.Count)), (row["panel"], row["round"], row["raters"]));
                Assert.Equal(table.Count, (int)found["raters"]!);
                if (found["concordance"] is { } concordance && concordance["w"] is { } w && !((string)w!).StartsWith("undefined", StringComparison.Ordinal))
                {
                    var items = journal.Forms[round].Where(item => item.Value.Contains(panel)).Select(item => item.Key).ToList();
                    var (raters, rated) = Complete(table, items, report.Protocol.Missing);
                    var ranks = raters.Select(rater => Ranks([.. rated.Select(item => table[rater][item])])).Where(one => one.Any(rank => rank != 0)).ToList();
                    Assert.Equal((ranks.Count, rated.Count), ((int)concordance["raters"]!, (int)concordance["items"]!));
                    Assert.Equal(W(ranks).ToString(), (string)w!);
                    Assert.Equal(W(ranks).ToDouble(), Number(row["W"]), 0.00000051);
                    Assert.Contains(W(ranks).ToDouble().ToString("0.000", CultureInfo.InvariantCulture), line);
                    Assert.Contains($"{ranks.Count} x {rated.Count}", line);
                    Assert.Equal(Spearman(ranks), Number(row["mean spearman"]), 0.00000051);
                    Assert.Equal((string)found["test"]!["method"]!, row["method"]);
                    Assert.Contains(row["method"], line);
                    told++;
                }

                if (found["change"] is { } change)
                {
                    var (first, second) = (Both(journal, round, panel, report.Protocol.Missing, round - 1), Both(journal, round, panel, report.Protocol.Missing, round));
                    Assert.Equal((first.Count, first[0].Length), ((int)change["raters"]!, (int)change["items"]!));
                    Assert.Equal((W(first).ToString(), W(second).ToString()), ((string)change["before"]!, (string)change["after"]!));
                    Assert.Equal(W(second).ToDouble(), Number(row["W after"]), 0.00000051);
                    Assert.Equal((W(second) - W(first)).ToDouble(), Number(row["change of W"]), 0.00000051);
                    Assert.Contains(changeLines, cells => cells.SequenceEqual(
                        [panel, Text(round), Text((int)change["raters"]!), Text((int)change["items"]!), Number(row["W before"]).ToString("0.000", CultureInfo.InvariantCulture), Number(row["W after"]).ToString("0.000", CultureInfo.InvariantCulture), cells[^1]]));
                    changes++;
                }

                AssertSame(found["noConcordance"], row["no W because"]);
                AssertSame(found["noChange"], row["no change because"]);
                Assert.Equal((string)found["step"]!, line[^1]);
                Assert.Equal((string)found["step"]!, row["step"]);
            }
        }

        Assert.True(told > 50 && changes > 5, $"{told} {changes}");
    }

    private static (StudyReport Report, JournalReader Journal) Of(ulong seed)
    {
        var play = RandomStudies.Of(seed);
        return (StudyReport.Of(play.State), new JournalReader(play.State.Protocol, play.Events));
    }

    // Who judged anything on the panel, and what.
    private static Dictionary<string, Dictionary<string, int>> TableOf(JournalReader journal, int round, string panel) => journal.Sheets
        .Where(sheet => sheet.Key.Round == round && journal.Seats[sheet.Key.Expert].ContainsKey(panel))
        .Select(sheet => (sheet.Key.Expert, Row: sheet.Value.Where(answer => answer.Value.Value is not null && journal.Forms[round].TryGetValue(answer.Key, out var panels) && panels.Contains(panel))
            .ToDictionary(answer => answer.Key, answer => answer.Value.Value!.Value)))
        .Where(one => one.Row.Count > 0)
        .ToDictionary(one => one.Expert, one => one.Row);

    // The ranks that those who answered in a round and the one before gave, in one of the two, to the items of both; without those who told none of them apart in one.
    private static List<int[]> Both(JournalReader journal, int round, string panel, MissingAnswers missing, int of)
    {
        var (before, after) = (TableOf(journal, round - 1, panel), TableOf(journal, round, panel));
        List<string> items = [.. journal.Forms[round - 1].Where(item => item.Value.Contains(panel)).Select(item => item.Key).Where(item => journal.Forms[round].TryGetValue(item, out var panels) && panels.Contains(panel))];
        Dictionary<string, Dictionary<string, int>> common = before.Keys.Where(after.ContainsKey)
            .ToDictionary(rater => rater, rater => items.Where(item => before[rater].ContainsKey(item) && after[rater].ContainsKey(item)).ToDictionary(item => item, _ => 0));
        var (raters, rated) = Complete(common, items, missing);
        var ranks = raters.Select(rater => new[] { before, after }.Select(table => Ranks([.. rated.Select(item => table[rater][item])])).ToArray());
        return [.. ranks.Where(pair => pair.All(one => one.Any(rank => rank != 0))).Select(pair => pair[of == round ? 1 : 0])];
    }

    private static (List<string> Raters, List<string> Items) Complete(Dictionary<string, Dictionary<string, int>> table, List<string> items, MissingAnswers missing) => missing is MissingAnswers.LeaveOutExperts
        ? (table.Keys.Where(rater => items.All(table[rater].ContainsKey)).ToList(), items)
        : (table.Keys.ToList(), items.Where(item => table.Values.All(row => row.ContainsKey(item))).ToList());

    // Twice the rank less n + 1: how many others it beats, less by how many it is beaten.
    private static int[] Ranks(int[] values) => [.. values.Select(value => values.Count(other => value > other) - values.Count(other => value < other))];

    private static Rational W(List<int[]> ranks)
    {
        var sums = Enumerable.Range(0, ranks[0].Length).Select(item => (long)ranks.Sum(rank => rank[item]));
        return new Rational(sums.Sum(sum => sum * sum), ranks.Count * ranks.Sum(rank => rank.Sum(one => (long)one * one)));
    }

    private static double Spearman(List<int[]> ranks)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < ranks.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += ranks[i].Zip(ranks[j], (one, other) => one * other).Sum() / Math.Sqrt((double)ranks[i].Sum(one => one * one) * ranks[j].Sum(one => one * one));
                pairs++;
            }
        }

        return sum / pairs;
    }

    // Between the two nearest places of (n - 1) p + 1.
    private static Rational Quantile(int[] values, Rational share)
    {
        var sorted = values.Order().ToArray();
        var place = new Rational(sorted.Length - 1) * share;
        var below = (int)Math.Floor(place.ToDouble() + 1e-9);
        var rest = place - new Rational(below);
        return rest.IsZero ? new Rational(sorted[below]) : new Rational(sorted[below]) + (rest * new Rational(sorted[below + 1] - sorted[below]));
    }

    private static string Sentence(JsonNode? figure) => figure!["wanted"] is { } wanted ? $"{figure["name"]} is {figure["value"]} (wanted: {wanted})" : $"{figure["name"]} is {figure["value"]}";

    private static List<Dictionary<string, string>> Sheet(string csv)
    {
        var rows = CsvText.Rows(csv);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    // The cells of the rows of a table that are not blank: columns stand two spaces apart.
    private static List<string[]> Table(string text, string title) =>
    [
        .. text.Split('\n').SkipWhile(line => !line.StartsWith(title, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Where(line => !line.Contains(" is told: ", StringComparison.Ordinal))
            .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    // A sentence for people beside a reason and a number for programs.
    private static void AssertSame(JsonNode? withheld, string sentence)
    {
        Assert.Equal(withheld is null, sentence.Length == 0);
        Assert.Equal((string?)withheld?["reason"] is "small-group" or "few-tell-apart", withheld?["experts"] is not null);
        Assert.StartsWith(withheld?["experts"]?.ToString() ?? "", sentence, StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Receipts;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>Receipts of studies: the digest of the frozen protocol and what every round found and decided, as far as the report shows it, in whole numbers and fractions.</summary>
/// <remarks>To be published. Who has the answers, such as an auditor with the journal, evaluates all rounds again and compares.</remarks>
public static class StudyReceipt
{
    private const string Kind = "delphi";
    private const string Rule = "delphi@1";

    /// <summary>Evaluates all rounds again from the answers, lets the protocol decide again what becomes of items and panels, and compares.</summary>
    /// <param name="receipt">The receipt of a study.</param>
    /// <param name="state">
    /// The study that it is said to be about, with all its parts: <c>events.Aggregate(process.Initial, process.Evolve)</c> folds one from a journal. What it says was asked in rounds and found by
    /// them, and that the rule ended it, is not looked at.
    /// </param>
    /// <param name="rules">The host's rules of consensus that the protocol names; none for most.</param>
    /// <param name="secret">The secret of a receipt that commits to the answers; null for one that does not.</param>
    /// <exception cref="FormatException">The receipt is of something else, or commits to answers and no secret is given, or the other way round.</exception>
    /// <exception cref="InvalidOperationException">There is no study yet, its protocol is not frozen, or names a rule that is not among them.</exception>
    public static Verification Verify(Receipt receipt, DelphiState state, IEnumerable<IConsensusRule> rules, string? secret = null)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        var body = receipt.Body;
        if (body["kind"].AsText() != Kind || body["rule"].AsText() != Rule)
        {
            throw new FormatException($"Not the receipt of a study: expected the kind '{Kind}' and the rule '{Rule}'.");
        }

        if (body.ContainsKey("answers") != secret is not null)
        {
            throw new FormatException(secret is null ? "The receipt commits to the answers: its secret is needed." : "The receipt does not commit to the answers: it has no secret.");
        }

        if (state.Head.Protocol is null)
        {
            throw new InvalidOperationException("The protocol of this study is not frozen yet: there is no receipt of it.");
        }

        var report = StudyReport.Of(Again(state, rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal)));
        return Verification.Compare(receipt, secret is null ? report.Receipt! : report.CommittedReceipt(secret));
    }

    internal static Receipt Of(StudyReport report, string? answers)
    {
        var body = new JsonObject
        {
            ["receipt"] = "civictech/1",
            ["kind"] = Kind,
            ["rule"] = Rule,
            ["study"] = report.Protocol.Id,
            ["protocol"] = report.Frozen!.Value.ToString(),
            ["outcome"] = new JsonObject
            {
                ["status"] = EnumNames.Of(report.Status),
                ["end"] = EnumNames.Of(report.End),
                ["endedAt"] = report.EndedAt is { } ended ? InstantText.Of(ended) : null,
                ["endReason"] = report.EndReason,
                ["people"] = StudyReportJson.People(report),
                ["seats"] = StudyReportJson.Seats(report),
                ["suggestions"] = StudyReportJson.Suggestions(report),
                ["funnel"] = StudyReportJson.Funnel(report.Funnel),
                ["rounds"] = new JsonObject([.. report.Rounds.Select(round => KeyValuePair.Create(StudyNames.OfRound(round.Number), (JsonNode?)StudyReportJson.Exact(round)))]),
                ["items"] = new JsonObject([.. report.Items.Select(item => KeyValuePair.Create(item.Item.Id, (JsonNode?)StudyReportJson.Exact(item)))]),
            },
        };
        if (answers is not null)
        {
            body["answers"] = answers;
        }

        return new Receipt(body);
    }

    // The same study with nothing taken over but what people did: what was asked, what rounds found, what the rule made of items and panels, and whether it ended the study, is worked out anew.
    private static DelphiState Again(DelphiState state, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var again = state with { Head = state.Head with { Protocol = ProtocolDigest.Of(state.Protocol), Stopped = [] } };
        foreach (var (id, item) in state.Items.All.Where(item => item.Value.Fate is { ByRule: true }))
        {
            again = again with { Items = again.Items.Set(id, item with { Status = ItemStatus.Open, Fate = null }) };
        }

        RoundAnswers? before = null;
        foreach (var round in state.Head.Rounds.Where(round => state.Summaries.Find(StudyNames.OfRound(round.Number)) is not null))
        {
            again = again with { Forms = again.Forms.Set(StudyNames.OfRound(round.Number), RoundClock.FormOf(AsOfOpening(again, round.Number), round.Number)) };
            var answers = RoundWork.Load(again, round.Number);
            var summary = RoundEvaluation.Run(answers, before, [.. again.Items.All.Select(item => item.Value)], rules);
            var evolved = RoundFold.Evolve(again, new RoundEvaluated { Summary = summary });
            again = evolved with { Head = again.Head with { Stopped = evolved.Head.Stopped } };
            before = answers;
        }

        return again.Head.Status is StudyStatus.Concluded ? again with { Head = again.Head with { EndReason = EndReasonOf(again) } } : again;
    }

    // The rule ends a study once nothing is left to ask; whatever ends another was somebody's doing, also of one that waited for decisions.
    private static string? EndReasonOf(DelphiState again) => !StudyDecider.IsOver(again) ? again.Head.EndReason ?? "not by the rule"
        : again.Head.AfterRound < again.Protocol.Stop.MaxRounds && again.Items.All.Any(item => item.Value.Fate is { ByRule: false } fate && fate.AfterRound == again.Head.AfterRound)
            // Who drops what was added while the study waited leaves nothing to ask, and the rule does not look then.
            ? again.Head.EndReason
            : null;

    // What people did to items later was not done yet.
    private static DelphiState AsOfOpening(DelphiState state, int round) => state.Items.All.Select(item => item.Value).Aggregate(state, (before, item) =>
        item.AddedAfter >= round ? before with { Items = before.Items.Set(item.Id, item with { Status = ItemStatus.Dropped }) }
        : item.Fate is { ByRule: false } fate && fate.AfterRound >= round ? before with { Items = before.Items.Set(item.Id, item with { Status = ItemStatus.Open }) }
        : before);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>A report as data; what is exact in it is part of receipts.</summary>
internal static class StudyReportJson
{
    internal static JsonObject Of(StudyReport report) => new()
    {
        ["report"] = "delphi@1",
        ["software"] = StudyReport.Software,
        ["study"] = report.Protocol.Id,
        ["protocol"] = JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(report.Protocol, ProtocolJson.Default.DelphiProtocol)),
        ["protocolDigest"] = report.Frozen?.ToString(),
        ["frozenAt"] = report.FrozenAt is { } frozen ? InstantText.Of(frozen) : null,
        ["warnings"] = new JsonArray([.. report.Warnings.Select(warning => (JsonNode)new JsonObject { ["code"] = warning.Code, ["text"] = warning.Text })]),
        ["status"] = EnumNames.Of(report.Status),
        ["end"] = EnumNames.Of(report.End),
        ["endedAt"] = report.EndedAt is { } ended ? InstantText.Of(ended) : null,
        ["endReason"] = report.EndReason,
        ["permutations"] = report.Permutations,
        ["seed"] = FigureText.Count((long)report.Seed),
        ["people"] = People(report),
        ["seats"] = Seats(report),
        ["suggestions"] = Suggestions(report),
        ["funnel"] = Funnel(report.Funnel),
        ["rounds"] = new JsonArray([.. report.Rounds.Select(round => (JsonNode)Of(round))]),
        ["items"] = new JsonArray([.. report.Items.Select(item => (JsonNode)Of(item))]),
        ["receipt"] = report.Receipt?.Digest.ToString(),
    };

    internal static JsonObject People(StudyReport report) =>
        new() { ["invited"] = report.Invited, ["joined"] = report.Joined, ["declined"] = report.Declined, ["droppedOut"] = report.DroppedOut };

    /// <summary>By panel, and in it by role.</summary>
    internal static JsonObject Seats(StudyReport report) => new([.. report.Seats.GroupBy(seats => seats.Panel, StringComparer.Ordinal)
        .Select(panel => KeyValuePair.Create(panel.Key, (JsonNode?)new JsonObject([.. panel.Select(seats => KeyValuePair.Create(seats.Role, (JsonNode?)Of(seats)))])))]);

    internal static JsonObject Suggestions(StudyReport report) => new() { ["made"] = report.Suggested, ["accepted"] = report.Accepted };

    internal static JsonArray Funnel(ItemFunnel funnel) => new([.. funnel.Stages.Select(stage => (JsonNode)new JsonObject
    {
        ["name"] = stage.Name,
        ["added"] = stage.Added,
        ["in"] = stage.In,
        ["kept"] = stage.Kept,
        ["removed"] = new JsonArray([.. stage.Removed.Select(removal => (JsonNode)new JsonObject { ["reason"] = removal.Reason, ["count"] = removal.Count })]),
        ["unaccounted"] = stage.Unaccounted,
        ["explanation"] = stage.Explanation,
    })]);

    /// <summary>What is exact in a round: whole numbers, fractions, instants and references.</summary>
    internal static JsonObject Exact(RoundReport round) => new()
    {
        ["opened"] = InstantText.Of(round.Opened),
        ["closes"] = InstantText.Of(round.Closes),
        ["extensions"] = new JsonArray([.. round.Extensions.Select(Of)]),
        ["reminders"] = round.Reminders,
        ["items"] = round.Items,
        ["isEvaluated"] = round.IsEvaluated,
        ["asked"] = round.Asked,
        ["responded"] = round.Responded,
        ["complete"] = round.Complete,
        ["roles"] = new JsonObject([.. round.Roles.Select(role =>
            KeyValuePair.Create(role.Role, (JsonNode?)new JsonObject { ["asked"] = role.Asked, ["responded"] = role.Responded, ["complete"] = role.Complete }))]),
        ["panels"] = new JsonObject([.. round.Panels.Select(panel => KeyValuePair.Create(panel.Panel, (JsonNode?)Exact(panel)))]),
        ["attrition"] = round.Attrition is { } attrition
            ? new JsonObject
            {
                ["answered"] = attrition.Answered,
                ["stayed"] = attrition.Stayed,
                ["left"] = attrition.Left,
                ["notAsked"] = attrition.NotAsked,
                ["items"] = attrition.Items,
                ["difference"] = attrition.Difference?.ToString(),
            }
            : null,
    };

    /// <summary>What is exact of an item: whole numbers, fractions and references.</summary>
    internal static JsonObject Exact(ItemReport item) => new()
    {
        ["text"] = item.Item.Text,
        ["panels"] = Texts(item.Item.Panels),
        ["status"] = EnumNames.Of(item.Item.Status),
        ["addedAfter"] = item.Item.AddedAfter,
        ["mergedFrom"] = Texts(item.Item.MergedFrom),
        ["fate"] = item.Item.Fate is { } fate
            ? new JsonObject { ["afterRound"] = fate.AfterRound, ["reason"] = fate.Reason, ["byRule"] = fate.ByRule, ["into"] = fate.Into }
            : null,
        ["rounds"] = new JsonObject([.. item.Rounds.Select(round => KeyValuePair.Create(FigureText.Count(round.Round), (JsonNode?)Exact(round)))]),
    };

    private static JsonObject Of(RoleSeats seats) => new()
    {
        ["seats"] = seats.Seats,
        ["invited"] = seats.Invited,
        ["joined"] = seats.Joined,
        ["declined"] = seats.Declined,
        ["droppedOut"] = seats.DroppedOut,
    };

    private static JsonObject Of(RoundReport round)
    {
        var json = Exact(round);
        json["round"] = round.Number;
        json["panels"] = new JsonArray([.. round.Panels.Select(panel => (JsonNode)Of(panel))]);
        return json;
    }

    private static JsonNode Of(RoundExtension extension) =>
        new JsonObject { ["from"] = InstantText.Of(extension.From), ["to"] = InstantText.Of(extension.To), ["reason"] = extension.Reason };

    private static JsonObject Of(PanelFindings panel)
    {
        var json = Exact(panel);
        json["panel"] = panel.Panel;
        if (panel.Concordance is { MeanSpearman: var spearman } concordance)
        {
            json["test"] = new JsonObject
            {
                ["method"] = EnumNames.Of(concordance.Test.Method),
                ["p"] = FigureText.Exact(concordance.Test.P),
                ["permutations"] = concordance.Test.Permutations,
            };
            json["meanSpearman"] = new JsonObject
            {
                ["value"] = FigureText.Exact(spearman.Value),
                ["lower"] = spearman.Interval is { } low ? FigureText.Decimals(low.Lower, "0.######") : null,
                ["upper"] = spearman.Interval is { } high ? FigureText.Decimals(high.Upper, "0.######") : null,
                ["noInterval"] = spearman.NoInterval is { } reason ? EnumNames.Of(reason) : null,
            };
        }

        return json;
    }

    private static JsonObject? Of(Withheld? withheld) => withheld is null ? null : new JsonObject { ["reason"] = EnumNames.Of(withheld.Reason), ["experts"] = withheld.Experts };

    private static JsonObject Exact(PanelFindings panel) => new()
    {
        ["raters"] = panel.Raters,
        ["items"] = panel.Items,
        ["concordance"] = panel.Concordance is { } concordance
            ? new JsonObject { ["raters"] = concordance.Raters, ["items"] = concordance.Items, ["w"] = FigureText.Exact(concordance.W) }
            : null,
        ["noConcordance"] = Of(panel.NoConcordance),
        ["change"] = panel.Change is { } change
            ? new JsonObject { ["raters"] = change.Raters, ["items"] = change.Items, ["before"] = change.Before.ToString(), ["after"] = change.After.ToString() }
            : null,
        ["noChange"] = Of(panel.NoChange),
        ["consensusItems"] = panel.ConsensusItems,
        ["earlierItems"] = panel.EarlierItems,
        ["earlierConsensusItems"] = panel.EarlierConsensusItems,
        ["consensusShare"] = panel.ConsensusShare.ToString(),
        ["isConsensus"] = panel.IsConsensus,
        ["comparedItems"] = panel.ComparedItems,
        ["stableItems"] = panel.StableItems,
        ["isStable"] = panel.IsStable,
        ["step"] = EnumNames.Of(panel.Step),
    };

    private static JsonObject Of(ItemReport item)
    {
        var json = Exact(item);
        json["item"] = item.Item.Id;
        json["rounds"] = new JsonArray([.. item.Rounds.Select(round => (JsonNode)Of(round))]);
        return json;
    }

    private static JsonObject Of(ItemFindings findings)
    {
        var json = Exact(findings);
        json["round"] = findings.Round;
        if (findings.Answers is { } answers)
        {
            json["mean"] = FigureText.Exact(answers.Mean);
            json["standardDeviation"] = FigureText.Exact(answers.StandardDeviation);
            json["lowerQuartile"] = FigureText.Exact(answers.LowerQuartile);
            json["median"] = FigureText.Exact(answers.Median);
            json["upperQuartile"] = FigureText.Exact(answers.UpperQuartile);
        }

        json["figures"] = Of(findings.Figures);
        json["stabilityFigures"] = Of(findings.StabilityFigures);
        return json;
    }

    // Figures of findings are texts that may be rounded.
    private static JsonObject Exact(ItemFindings findings) => new()
    {
        ["panels"] = Texts(findings.Panels),
        ["people"] = findings.People,
        ["counts"] = findings.Answers is { } answers ? Counts(answers) : null,
        ["isAsLastShown"] = findings.IsAsLastShown,
        ["abstained"] = findings.Abstained,
        ["roles"] = new JsonObject([.. findings.Roles.Select(role => KeyValuePair.Create(role.Role, (JsonNode?)Counts(role.Answers)))]),
        ["verdict"] = EnumNames.Of(findings.Verdict),
        ["compared"] = findings.Compared,
        ["isStable"] = findings.IsStable,
        ["action"] = EnumNames.Of(findings.Action),
        ["attrition"] = findings.Attrition is { } attrition
            ? new JsonObject { ["stayed"] = attrition.Stayed, ["left"] = attrition.Left, ["difference"] = attrition.Difference.ToString() }
            : null,
    };

    private static JsonArray Of(IEnumerable<FindingFigure> figures) =>
        new([.. figures.Select(figure => (JsonNode)new JsonObject { ["name"] = figure.Name, ["value"] = figure.Value, ["wanted"] = figure.Wanted })]);

    private static JsonArray Counts(GroupAnswers answers) => new([.. answers.Counts.Select(count => (JsonNode)count)]);

    private static JsonArray Texts(IEnumerable<string> texts) => ConcordanceJson.Ids(texts);
}

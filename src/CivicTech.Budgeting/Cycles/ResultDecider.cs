using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Processes;
using CivicTech.Receipts;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands about the result.</summary>
internal static class ResultDecider
{
    internal static void Decide(CycleTurn turn, ResultCommand command)
    {
        switch (command)
        {
            case RevealLot reveal: Reveal(turn, reveal); break;
            case RecordCount record: Record(turn, record); break;
            case CertifyResult certify: Certify(turn, certify); break;
            case PublishResult: Publish(turn); break;
            case ProposeOverride propose: OverrideDecider.Propose(turn, propose); break;
            case ConfirmOverride confirm: OverrideDecider.Confirm(turn, confirm); break;
            default: throw new ArgumentException($"Not a command about a result: {command.GetType().Name}.", nameof(command));
        }
    }

    private static void Reveal(CycleTurn turn, RevealLot reveal)
    {
        turn.RequireText("publicValue", reveal.PublicValue);
        if (!turn.Require(turn.Head.Commitment is not null, () => ResultRefusals.NoLot.With()) || turn.IsRefused)
        {
            return;
        }

        var commitment = turn.Head.Commitment!.Value;
        if (!turn.Require(Matches(reveal.Secret, commitment), () => ResultRefusals.WrongSecret.With(("commitment", commitment.ToString()))))
        {
            return;
        }

        if (turn.Head.Results.Lot is { } known)
        {
            turn.Require(known.PublicValue == reveal.PublicValue, () => ResultRefusals.LotRevealedAlready.With(("value", known.PublicValue)));
            return;
        }

        turn.Apply(new LotRevealed { Lot = LotReveal.Of(reveal.Secret, commitment, reveal.PublicValue) });
    }

    private static void Record(CycleTurn turn, RecordCount record)
    {
        var result = record.Result;
        if (turn.Head.Results.Result is { } recorded)
        {
            turn.Require(recorded == result.Digest, () => Other(recorded, result.Digest));
            return;
        }

        RequireSame(turn, "plan", turn.Head.Rules, result.Rules);
        RequireSame(turn, "edition", turn.Head.Edition, result.Edition);
        RequireSame(turn, "ballot", turn.Head.Ballot, result.Ballot);
        RequireSame(turn, "box", turn.Head.Box, result.Box);
        RequireSame(turn, "areas", InOrder(turn.Plan.Voting.Areas.Select(area => area.Id)), InOrder(result.Areas.Select(area => area.Area)));
        turn.Require(!turn.Plan.Count.NeedsLot || turn.Head.Results.Lot is not null, () => ResultRefusals.LotHidden.With());
        turn.Require(turn.Head.Results.Lot == result.Lot, () => Mismatch("lot", Text(turn.Head.Results.Lot?.Seed), Text(result.Lot?.Seed)));
        foreach (var area in result.Areas.Where(area => area.Outcome == AreaOutcome.OpenTie))
        {
            turn.Refuse(ResultRefusals.ResultOpen.With(("area", area.Area)));
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new CountRecorded { At = turn.Now, Result = result });
        }
    }

    private static void Certify(CycleTurn turn, CertifyResult certify)
    {
        RequirePerson(turn, certify);
        var recorded = turn.Head.Results.Result!.Value;
        turn.Require(recorded == certify.Result, () => Other(recorded, certify.Result));
        if (!turn.IsRefused)
        {
            turn.Apply(new ResultCertified { At = turn.Now, By = certify.By!, Result = certify.Result });
        }
    }

    private static void Publish(CycleTurn turn)
    {
        turn.State.Results.Foresee(turn.Head.Results.Areas);
        ImmutableArray<WonProject> winners = [.. turn.Head.Results.Areas.Select(area => turn.State.Results[area]).SelectMany(record => Won(record.Counted, record.Winners))];
        turn.Apply(new ResultPublished { At = turn.Now, Winners = winners });
        turn.Tell(NoticeKind.ResultOut, Audience.Public, "result");
        foreach (var won in winners)
        {
            turn.Tell(NoticeKind.ResultOut, Audience.Authors, $"result/{won.Project}", subject: won.Project);
        }
    }

    /// <summary>Projects of an area with their prices.</summary>
    internal static IEnumerable<WonProject> Won(AreaResult counted, IEnumerable<string> projects)
    {
        var costs = counted.Projects.ToDictionary(project => project.Project, project => project.Cost, StringComparer.Ordinal);
        return projects.Select(project => new WonProject { Project = project, Area = counted.Area, Cost = costs[project] });
    }

    internal static bool RequirePerson(CycleTurn turn, CycleCommand command) =>
        turn.Require(command.By is not null, () => ResultRefusals.PersonNeeded.With(("command", command.Name)));

    // As long, and of as many lines, as whoever committed to it liked: another text is not it.
    private static bool Matches(string? secret, Digest commitment) => secret is { Length: >= LotSeed.ShortestSecret } && WellFormedText.Is(secret) && LotSeed.Commit(secret) == commitment;

    private static void RequireSame<T>(CycleTurn turn, string what, T? expected, T? found) =>
        turn.Require(EqualityComparer<T>.Default.Equals(expected, found), () => Mismatch(what, Text(expected), Text(found)));

    private static Refusal Mismatch(string what, string expected, string found) => ResultRefusals.OtherInput.With(("what", what), ("expected", expected), ("found", found));

    private static Refusal Other(Digest recorded, Digest given) => ResultRefusals.OtherResult.With(("recorded", recorded.ToString()), ("given", given.ToString()));

    private static string InOrder(IEnumerable<string> areas) => string.Join(", ", areas.Order(StringComparer.Ordinal));

    private static string Text<T>(T? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-";
}

using System.Globalization;
using CivicTech;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Samples;
using CivicTech.Ties;

namespace CouncilElection;

/// <summary>The rules that an election is counted by; the first is reported round by round.</summary>
public sealed class RuleSet
{
    // The statute's own rule for the number of seats stands in front of these.
    private static readonly string[] OneSeat = ["plurality@1", "two-round@1", "borda@1", "benham@1", "schulze@1", "ranked-pairs@1"];
    private static readonly string[] SeveralSeats = ["meek-stv@1", "warren-stv@1", "multi-pass-instant-runoff@1", "plurality@1", "borda@1"];
    private static readonly string[] Approvals = ["approval-voting@1", "sequential-thiele@1"];
    private static readonly string[] Scores = ["score-voting@1", "star@1"];
    private static readonly string[] Grades = ["majority-judgment@1"];

    private readonly IReadOnlyList<(string Name, ITallyRule Rule)> _rules;
    private readonly TallyRequest _decided;

    private RuleSet(IReadOnlyList<(string Name, ITallyRule Rule)> rules, TallyRequest decided)
    {
        _rules = rules;
        _decided = decided;
    }

    /// <exception cref="UsageException">There is no such rule, its options are wrong, or a decision cannot be read.</exception>
    public static RuleSet Of(CouncilRequest request, BallotFile ballots, RuleRegistry registry)
    {
        try
        {
            var decided = new TallyRequest { Decisions = [.. request.Decisions.Select(Decision)] };
            return new RuleSet([.. Choose(request, ballots, registry)], decided);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(InputException.Plain(exception));
        }
    }

    /// <exception cref="InputException">No rule, or not the first one, can count the ballots.</exception>
    public IReadOnlyList<RuleCount> Count(BallotFile ballots, CancellationToken cancellation)
    {
        var counts = new List<RuleCount>();
        foreach (var (name, rule) in _rules)
        {
            try
            {
                // Officials decided the ties of the first rule.
                counts.Add(new RuleCount(name, rule.Count(ballots.Contest, new TallyRequest
                {
                    Decisions = counts.Count == 0 ? _decided.Decisions : [],
                    CancellationToken = cancellation,
                })));
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                throw InputException.At(ballots.Name, $"{name}: {(exception is ArgumentException argument ? InputException.Plain(argument) : exception.Message)}");
            }
        }

        return counts;
    }

    private static IEnumerable<(string Name, ITallyRule Rule)> Choose(CouncilRequest request, BallotFile ballots, RuleRegistry registry)
    {
        if (request.Rules.Count > 0)
        {
            return request.Rules.Select(id => (id, registry.Create<ITallyRule>(id, request.Options is null ? Options(request) : OptionsText.Read(request.Options))));
        }

        TieKey[] lots = request.LotSeed is { } seed ? [TieKey.Lot(seed)] : [];
        var several = ballots.Contest.Seats > 1;
        var own = ballots.OwnRule is { } rule ? [("the file's own rule", rule)]
            : ballots.Contest.Profile.Kind != ProfileKind.Ordinal ? Array.Empty<(string, ITallyRule)>()
            : [several ? ("Scottish STV", StatutoryRules.ScottishLocal(lots)) : ("instant runoff", (ITallyRule)StatutoryRules.GenericRankedChoice(lots))];
        var others = ballots.Contest.Profile.Kind switch
        {
            ProfileKind.Approval => Approvals,
            ProfileKind.Cardinal => Scores,
            ProfileKind.Graded => Grades,
            _ => several ? SeveralSeats : OneSeat,
        };
        return own.Concat(others.Select(id => (id, registry.Create<ITallyRule>(id, Options(request)))));
    }

    private static string Options(CouncilRequest request) => request.LotSeed is { } seed
        ? new System.Text.Json.Nodes.JsonObject { ["ties"] = new System.Text.Json.Nodes.JsonArray(TieKey.Lot(seed).ToString()) }.ToJsonString()
        : "{}";

    private static TieDecision Decision(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var round)
            ? new TieDecision(round, [.. text[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries)])
            : throw new UsageException($"'{text}' is not a decision about a tie: expected ROUND:NAME,NAME, who wins the tie first.");
    }
}

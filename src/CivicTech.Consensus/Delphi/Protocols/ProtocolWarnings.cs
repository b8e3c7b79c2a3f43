using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Stability;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>The warnings about a protocol. A study is not refused for them; its report prints them.</summary>
public static class ProtocolWarnings
{
    /// <summary>The warnings about a protocol, in a fixed order.</summary>
    /// <param name="protocol">Any protocol.</param>
    public static ImmutableArray<ProtocolWarning> Of(DelphiProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return [.. All(protocol).Select(warning => new ProtocolWarning { Code = warning.Code, Text = warning.Text })];
    }

    private static IEnumerable<(string Code, string Text)> All(DelphiProtocol protocol)
    {
        if (protocol.Stability is ConcordanceStability concordance)
        {
            yield return (
                "change-of-w",
                $"A change of W below {concordance.ChangeBelow} has no statistical base: W says how alike experts order the items, and can stand still while every answer moves. Look at the stability of items too.");
        }

        if (protocol.Stop.When is StopWhen.Consensus)
        {
            yield return ("consensus-alone", "Consensus alone stops the study: whether answers would have stayed as they are is not asked (von der Gracht 2012).");
        }

        if (protocol.Stop.When is StopWhen.Never)
        {
            yield return ("fixed-rounds", $"The study always goes on to round {protocol.Stop.MaxRounds}: a fixed number of rounds says nothing of stability.");
        }

        if (IsMeanAlone(protocol.Criterion))
        {
            yield return ("mean-of-ordinal", "The mean takes the steps of the scale to be equally wide, and says nothing of disagreement: half of a panel at each end has the mean of a panel that shrugs.");
        }

        if (protocol.Stop.Scope is StopScope.EachPanel && protocol.Panels.Length > 1 && protocol.Stop.When is not StopWhen.Never)
        {
            yield return ("panels-stop-apart", "Panels stop after different rounds: figures of their last rounds are not of the same round.");
        }

        foreach (var (panel, role) in protocol.Panels.SelectMany(panel => panel.Roles.Select(role => (panel, role)))
            .Where(seats => seats.role.Seats < protocol.Feedback.SmallestCell && protocol.Criterion.JudgesRole(seats.role.Role)))
        {
            yield return (
                "small-role",
                $"Role {role.Role} has {role.Seats} seats on panel {panel.Id}, fewer than {protocol.Feedback.SmallestCell}, and is judged by itself: what becomes of an item may tell how so few people answered.");
        }

        foreach (var panel in protocol.Panels.Where(panel => panel.Seats < protocol.Feedback.SmallestCell))
        {
            yield return ("small-panel", $"Panel {panel.Id} has {panel.Seats} seats, fewer than the {protocol.Feedback.SmallestCell} answers of which anything is shown: it sees no feedback on items of its own.");
        }
    }

    // Asked of each role, or of enough people, it says no more.
    private static bool IsMeanAlone(ConsensusCriterion criterion) => criterion switch
    {
        MeanAgainstNeutral => true,
        AnswersAtLeast enough => IsMeanAlone(enough.Criterion),
        EveryRole every => IsMeanAlone(every.Criterion),
        AllOf all => all.Criteria.All(IsMeanAlone),
        _ => false,
    };
}

using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>The open round as one expert sees it: what is asked, what he or she answered, and what the others did, as far as it may be shown.</summary>
public sealed class ExpertView
{
    private ExpertView(string expert, StudyRound round, ImmutableArray<ExpertItem> items)
    {
        (Expert, Round, Closes, Items) = (expert, round.Number, round.Window.End, items);
    }

    /// <summary>Who.</summary>
    public string Expert { get; }

    /// <summary>The round.</summary>
    public int Round { get; }

    /// <summary>When it closes: the first moment that is too late.</summary>
    public Instant Closes { get; }

    /// <summary>The items, in the ordinal order of their ids.</summary>
    public ImmutableArray<ExpertItem> Items { get; }

    /// <summary>How many of them are not answered yet.</summary>
    public int Unanswered => Items.Count(item => item.Answer is null);

    /// <summary>The view of an expert, of a state that has what it needs.</summary>
    /// <returns>Null when no round is open, or the person does not take part.</returns>
    internal static ExpertView? Of(DelphiState state, string id)
    {
        if (state.Head is not { Status: StudyStatus.Asking, Rounds: [.., var round] } || state.Experts.Find(id) is not { Status: ExpertStatus.Joined } expert)
        {
            return null;
        }

        var name = StudyNames.OfRound(round.Number);
        var form = state.Forms[name];
        var previousName = StudyNames.OfRound(round.Number - 1);
        var asked = form.For(expert).ToList();
        state.Items.Foresee(asked.Select(item => item.Id));
        var sheet = RoundFold.Standing(state, round.Number, id);
        var before = round.Number > 1 ? state.Sheets.Find(StudyNames.OfSheet(round.Number - 1, id)) : null;
        var shown = Shown(state, round, name, previousName);
        return new ExpertView(
            id,
            round,
            [
                .. asked.Select(item => new ExpertItem(
                    item.Id,
                    state.Items[item.Id].Text,
                    item.Panels,
                    sheet.Find(item.Id),
                    before?.Find(item.Id),
                    shown(item.Id) is var (counts, roles, reasons) ? GroupOf(state.Protocol, expert.RoleOn(item.Panels)!, counts, roles, reasons) : null)),
            ]);
    }

    // Round by round what the round before found. In real time what is on the board; before its first showing, what was last on that of the round before: what so few changed after it could be
    // read out of the difference.
    private static Func<string, (ImmutableArray<int> Counts, ImmutableArray<RoleCounts> Roles, ImmutableArray<string> Reasons)?> Shown(DelphiState state, StudyRound round, string name, string previousName)
    {
        if (state.Protocol.Mode is RoundMode.RealTime && (state.Boards.Find(name) ?? state.Boards.Find(previousName)) is { } board)
        {
            var live = board.Items.ToDictionary(item => item.Item, StringComparer.Ordinal);
            return item => live.TryGetValue(item, out var found) ? (found.Counts, found.ByRole, []) : null;
        }

        if (round.Number == 1 || state.Summaries.Find(previousName) is not { } summary)
        {
            return _ => null;
        }

        var outcomes = summary.Items.ToDictionary(item => item.Item, StringComparer.Ordinal);
        return item => outcomes.TryGetValue(item, out var found) ? (found.Counts, found.ByRole, found.Reasons) : null;
    }

    private static GroupAnswers? GroupOf(DelphiProtocol protocol, string role, ImmutableArray<int> counts, ImmutableArray<RoleCounts> roles, ImmutableArray<string> reasons) =>
        protocol.Feedback.Group is FeedbackGroup.AllRaters ? GroupAnswers.Of(protocol, counts, reasons)

        // Reasons are not kept by role: they are those of everybody, who are at least as many as a role that is shown, and which no role can be told from.
        : SmallCells.Shown(roles, protocol.Feedback.SmallestCell).Contains(role) ? GroupAnswers.Of(protocol, roles.First(own => own.Role == role).Counts, reasons)
        : null;
}

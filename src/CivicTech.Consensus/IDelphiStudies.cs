using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes.Running;

namespace CivicTech.Consensus;

/// <summary>Delphi studies of a host: commands in, what is due done, and what can be read.</summary>
/// <remarks>
/// Safe for many threads, and for many machines on one store. Studies, items and people are named by the host's own ids. Who may see what is the host's to say: <see cref="ViewAsync"/> is for
/// the expert in question, <see cref="ReportAsync"/> for everybody; the rest is for the study's own use, since it tells who answered what.
/// </remarks>
public interface IDelphiStudies
{
    /// <summary>Does what a command asks for, once for each of its keys.</summary>
    /// <param name="study">The host's id of the study; <see cref="PlanStudy"/> begins a new one.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    /// <returns>What happened, or every reason against it; a refusal is no exception.</returns>
    /// <exception cref="ArgumentException">The protocol is of another study.</exception>
    /// <exception cref="ProcessConflictException">Others changed the study again and again; nothing was written.</exception>
    Task<Execution<DelphiState, DelphiEvent>> ExecuteAsync(string study, DelphiCommand command, CancellationToken cancellationToken = default);

    /// <summary>Does everything that is due in all studies: rounds open and close, what they found is worked out, people are told. Called by the host's scheduler.</summary>
    /// <param name="cancellationToken">Stops between two pieces of work.</param>
    Task<WorkReport> AdvanceDueAsync(CancellationToken cancellationToken = default);

    /// <summary>Where a study stands; null when there is none.</summary>
    /// <param name="study">The host's id of the study.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StudyOverview?> OverviewAsync(string study, CancellationToken cancellationToken = default);

    /// <summary>The open round as one expert sees it.</summary>
    /// <param name="study">The host's id of the study.</param>
    /// <param name="expert">Whom the host has signed in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no such study, no round is open, or the person does not take part.</returns>
    Task<ExpertView?> ViewAsync(string study, string expert, CancellationToken cancellationToken = default);

    /// <summary>The report of a study as far as it has come; null when there is none.</summary>
    /// <param name="study">The host's id of the study.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StudyReport?> ReportAsync(string study, CancellationToken cancellationToken = default);

    /// <summary>What a round found; null when it is not known yet.</summary>
    /// <param name="study">The host's id of the study.</param>
    /// <param name="round">Its number, from 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<RoundSummary?> RoundAsync(string study, int round, CancellationToken cancellationToken = default);

    /// <summary>The items in the ordinal order of their ids.</summary>
    /// <param name="study">The host's id of the study.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<StudyItem> ItemsAsync(string study, CancellationToken cancellationToken = default);

    /// <summary>Everybody who was invited, in the ordinal order of the ids.</summary>
    /// <param name="study">The host's id of the study.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Expert> ExpertsAsync(string study, CancellationToken cancellationToken = default);

    /// <summary>What experts suggested, in the ordinal order of the ids.</summary>
    /// <param name="study">The host's id of the study.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Suggestion> SuggestionsAsync(string study, CancellationToken cancellationToken = default);

    /// <summary>Everything that happened in a study, in order.</summary>
    /// <param name="study">The host's id of the study.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Happening<DelphiEvent>> JournalAsync(string study, CancellationToken cancellationToken = default);
}

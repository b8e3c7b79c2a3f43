using System.Runtime.CompilerServices;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Consensus;

/// <summary>Studies on a store: what <see cref="IDelphiStudies"/> is in a host, and what can be made with <c>new</c> where there is no container.</summary>
public sealed class DelphiRunner : IDelphiStudies
{
    private readonly ProcessRunner<DelphiState, DelphiCommand, DelphiEvent> _runner;
    private readonly DueWork<DelphiState, DelphiCommand, DelphiEvent, StudyNotice> _work;

    /// <summary>Studies on a store.</summary>
    /// <param name="store">Where studies are kept.</param>
    /// <param name="notices">Tells people.</param>
    /// <param name="clock">Says when a decision is made.</param>
    /// <param name="rules">Rules of consensus of the host that protocols may name.</param>
    public DelphiRunner(IProcessStore store, IStudyNotices notices, IClock clock, IEnumerable<IConsensusRule> rules)
    {
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(rules);
        var format = new DelphiFormat();
        _runner = new ProcessRunner<DelphiState, DelphiCommand, DelphiEvent>(new DelphiProcess(rules), format, store, clock);
        _work = new DueWork<DelphiState, DelphiCommand, DelphiEvent, StudyNotice>(_runner, format, new StudyEffectHandler(notices));
    }

    /// <inheritdoc />
    public Task<Execution<DelphiState, DelphiEvent>> ExecuteAsync(string study, DelphiCommand command, CancellationToken cancellationToken = default) =>
        command is PlanStudy { Protocol.Id: var id } && id != study
            ? throw new ArgumentException($"The protocol is of study '{id}', not '{study}'.", nameof(command))
            : _runner.ExecuteAsync(study, command, cancellationToken);

    /// <inheritdoc />
    public Task<WorkReport> AdvanceDueAsync(CancellationToken cancellationToken = default) => _work.AdvanceAsync(cancellationToken);

    /// <inheritdoc />
    public Task<StudyOverview?> OverviewAsync(string study, CancellationToken cancellationToken = default) =>
        ReadAsync(study, state => new StudyOverview(state), cancellationToken);

    /// <inheritdoc />
    public Task<ExpertView?> ViewAsync(string study, string expert, CancellationToken cancellationToken = default) =>
        ReadAsync(study, state => ExpertView.Of(state, expert), cancellationToken);

    /// <inheritdoc />
    public Task<StudyReport?> ReportAsync(string study, CancellationToken cancellationToken = default) =>
        ReadAsync(study, state => StudyReport.Of(state, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<RoundSummary?> RoundAsync(string study, int round, CancellationToken cancellationToken = default) =>
        ReadAsync(study, state => state.Summaries.Find(StudyNames.OfRound(round)), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<StudyItem> ItemsAsync(string study, CancellationToken cancellationToken = default) => PartsAsync(study, state => state.Items, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Expert> ExpertsAsync(string study, CancellationToken cancellationToken = default) => PartsAsync(study, state => state.Experts, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Suggestion> SuggestionsAsync(string study, CancellationToken cancellationToken = default) => PartsAsync(study, state => state.Suggestions, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Happening<DelphiEvent>> JournalAsync(string study, CancellationToken cancellationToken = default) => _runner.ReadJournalAsync(study, cancellationToken);

    // What a view lacks is loaded, and the view made anew, as the runner does with decisions: what it shows is of one version.
    private async Task<T?> ReadAsync<T>(string study, Func<DelphiState, T?> view, CancellationToken cancellationToken)
        where T : class
    {
        var request = DocumentRequest.Empty;
        while (await _runner.LoadAsync(study, request, cancellationToken).ConfigureAwait(false) is { State: var state })
        {
            try
            {
                return view(state);
            }
            catch (PartsMissingException missing)
            {
                request = request.With(missing);
            }
        }

        return null;
    }

    private async IAsyncEnumerable<T> PartsAsync<T>(string study, Func<DelphiState, Parts<T>> parts, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var (_, part) in _runner.ReadPartsAsync(study, parts, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            yield return part;
        }
    }
}

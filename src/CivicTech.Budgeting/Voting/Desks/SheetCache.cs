using System.Collections.Concurrent;

namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>The last sheet of each cycle. The edition that the ballot box takes says whether it is still the present one, so nothing has to be thrown away in time.</summary>
internal sealed class SheetCache(IVotingSheets source)
{
    private readonly ConcurrentDictionary<string, VotingSheet> _sheets = new(StringComparer.Ordinal);

    /// <summary>The sheet of an edition; another one, or none, when the source does not have it now.</summary>
    internal async ValueTask<VotingSheet?> FindAsync(string cycle, int edition, CancellationToken cancellationToken) =>
        _sheets.TryGetValue(cycle, out var known) && known.Edition == edition ? known : await LoadAsync(cycle, cancellationToken).ConfigureAwait(false);

    /// <summary>The sheet as the source has it now.</summary>
    internal async ValueTask<VotingSheet?> LoadAsync(string cycle, CancellationToken cancellationToken)
    {
        var sheet = await source.FindAsync(cycle, cancellationToken).ConfigureAwait(false);
        if (sheet is not null)
        {
            _sheets.AddOrUpdate(cycle, static (_, loaded) => loaded, static (_, kept, loaded) => kept.Edition > loaded.Edition ? kept : loaded, sheet);
        }

        return sheet;
    }
}

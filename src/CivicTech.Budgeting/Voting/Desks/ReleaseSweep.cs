using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>Brings all files up to an edition of the ballot, page by page. Voters go on voting meanwhile: what they save is up to date already.</summary>
internal sealed class ReleaseSweep(IBallotBox box, VotingSheet sheet)
{
    private const int PageSize = 1000;

    /// <returns>How many files were changed.</returns>
    internal async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var changed = 0L;
        VoterKey? after = null;
        while (true)
        {
            var page = await box.ReadAsync(sheet.Cycle, after, PageSize, cancellationToken).ConfigureAwait(false);
            changed += await ReleaseAsync(page, cancellationToken).ConfigureAwait(false);
            if (page.Count < PageSize)
            {
                return changed;
            }

            after = page[^1].Key;
        }
    }

    private async Task<long> ReleaseAsync(IReadOnlyList<VoterFile> page, CancellationToken cancellationToken)
    {
        var changed = 0L;
        var files = Released(page);
        while (files.Count > 0)
        {
            var saved = await box.SaveAsync(sheet.Cycle, sheet.Edition, files, cancellationToken).ConfigureAwait(false);
            changed += saved.IsSaved.Count(isSaved => isSaved);
            if (!saved.State.Takes(sheet.Edition))
            {
                // A later edition, or the seal, has begun; whoever brought that about looks after the rest.
                return changed;
            }

            // The voters were quicker.
            var voters = files.Where((_, i) => !saved.IsSaved[i]).Select(file => file.Key).ToList();
            files = voters.Count == 0 ? [] : Released((await box.FindAsync(sheet.Cycle, voters, cancellationToken).ConfigureAwait(false)).Files.OfType<VoterFile>());
        }

        return changed;
    }

    private List<VoterFile> Released(IEnumerable<VoterFile> files)
    {
        var released = new List<VoterFile>();
        foreach (var file in files)
        {
            if (VotingDecider.Release(file, sheet) is var after && !ReferenceEquals(after, file))
            {
                released.Add(after);
            }
        }

        return released;
    }
}

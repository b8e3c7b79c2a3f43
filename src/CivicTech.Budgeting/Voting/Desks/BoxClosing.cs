using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Budgeting.Voting.Deciding;

namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>Separates voters and ballots of a sealed box, and says what was in it.</summary>
internal sealed class BoxClosing(IBallotBox box, VotingSheet sheet)
{
    internal async Task<BoxContent> RunAsync(CancellationToken cancellationToken)
    {
        var reading = new BoxReading(box, sheet);
        var state = await reading.StateAsync(cancellationToken).ConfigureAwait(false);
        if (state.Stage == BoxStage.Sealed)
        {
            // Sealed, the files stay as they are: folding them again gives the same groups.
            var groups = new GroupFold(sheet);
            await foreach (var file in reading.FilesAsync(cancellationToken).ConfigureAwait(false))
            {
                groups.Add(VotingDecider.Release(file, sheet));
            }

            await box.SeparateAsync(sheet.Cycle, groups.ToGroups(), cancellationToken).ConfigureAwait(false);
        }

        return await reading.ContentAsync(cancellationToken).ConfigureAwait(false);
    }
}

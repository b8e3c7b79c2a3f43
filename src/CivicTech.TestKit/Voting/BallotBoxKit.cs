using CivicTech.Budgeting.Voting.Boxes;

namespace CivicTech.TestKit.Voting;

/// <summary>
/// What any <see cref="IBallotBox"/> must do, as cases for any test framework. With xunit, for instance: a theory over the indices of <see cref="Cases"/>, and <c>await cases[i].RunAsync()</c>.
/// </summary>
public static class BallotBoxKit
{
    /// <summary>What a box promises.</summary>
    /// <param name="create">Makes fresh, empty boxes. Each run of a case makes one, and disposes it when it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>.</param>
    public static IReadOnlyList<KitCase> Cases(Func<CancellationToken, Task<IBallotBox>> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return
        [
            .. EditionCases.All
                .Concat(FileCases.All)
                .Concat(ReadingCases.All)
                .Concat(SealCases.All)
                .Concat(SeparationCases.All)
                .Concat(RaceCases.All)
                .Select(one => new KitCase(one.Name, cancellationToken => RunAsync(create, one.Run, cancellationToken))),
        ];
    }

    private static async Task RunAsync(Func<CancellationToken, Task<IBallotBox>> create, Func<BoxUnderTest, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            var box = new BoxUnderTest(await create(cancellationToken).ConfigureAwait(false), cancellationToken);
            await using (box.ConfigureAwait(false))
            {
                await run(box).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not KitFailure && !cancellationToken.IsCancellationRequested)
        {
            throw new KitFailure($"The box threw: {exception.Message}", exception);
        }
    }
}

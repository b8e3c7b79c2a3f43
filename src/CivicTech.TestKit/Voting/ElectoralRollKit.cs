using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.TestKit.Stores;
using NodaTime;

namespace CivicTech.TestKit.Voting;

/// <summary>What any <see cref="IElectoralRoll"/> must do, as cases for any test framework.</summary>
public static class ElectoralRollKit
{
    private const string City = "city";

    private static readonly IReadOnlyList<EnteredVoter> Voters =
    [
        new(City, KitVote.Key(1), new RollEntry()),
        new(City, KitVote.Key(2), new RollEntry { Born = new LocalDate(2008, 2, 29), Residences = [new Residence { Area = "nord" }] }),
        new(City, KitVote.Key(3), new RollEntry
        {
            Born = new LocalDate(1899, 12, 31),
            Residences = [new Residence { Area = "nord", Until = new LocalDate(2026, 1, 1) }, new Residence { Area = "Ñord-É", From = new LocalDate(2026, 1, 1), Until = new LocalDate(2027, 1, 1) }],
        }),
        new(City, KitVote.Key(4), new RollEntry { Status = RollStatus.Unverified, Born = new LocalDate(1990, 6, 1) }),
        new(City, KitVote.Key(5), new RollEntry { Status = RollStatus.StruckOff, Reference = "case ٣" }),
        new("City", KitVote.Key(1), new RollEntry { Born = new LocalDate(1970, 1, 1) }),
        new("City", KitVote.Key(6), new RollEntry()),
    ];

    /// <summary>What a roll promises.</summary>
    /// <param name="create">Makes a roll with these people and nobody else. Each run of a case makes one, and disposes it when it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>.</param>
    public static IReadOnlyList<KitCase> Cases(Func<IReadOnlyList<EnteredVoter>, CancellationToken, Task<IElectoralRoll>> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return
        [
            Case("A voter is found with all that is known", FoundAsync),
            Case("Who is not on the roll is not found", NotFoundAsync),
            Case("A cycle has a roll of its own", OtherCycleAsync),
            Case("The registered are counted, if the roll can tell", CountedAsync),
            Case("Many callers at once are all answered", ManyAsync),
        ];

        KitCase Case(string name, Func<IElectoralRoll, CancellationToken, Task> run) => new(name, async cancellationToken =>
        {
            try
            {
                var roll = await create(Voters, cancellationToken).ConfigureAwait(false);
                await run(roll, cancellationToken).ConfigureAwait(false);
                await DisposeAsync(roll).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not KitFailure && !cancellationToken.IsCancellationRequested)
            {
                throw new KitFailure($"The roll threw: {exception.Message}", exception);
            }
        });
    }

    private static async Task FoundAsync(IElectoralRoll roll, CancellationToken cancellationToken)
    {
        foreach (var voter in Voters)
        {
            Expect.Equal(voter.Entry, await roll.FindAsync(voter.Cycle, voter.Key, cancellationToken).ConfigureAwait(false), $"the entry of {voter.Key} in '{voter.Cycle}'");
        }
    }

    private static async Task NotFoundAsync(IElectoralRoll roll, CancellationToken cancellationToken)
    {
        Expect.Equal(null, await roll.FindAsync(City, KitVote.Key(7), cancellationToken).ConfigureAwait(false), "the entry of a stranger");
        Expect.Equal(null, await roll.FindAsync(City, default, cancellationToken).ConfigureAwait(false), "the entry of the empty key");
    }

    private static async Task OtherCycleAsync(IElectoralRoll roll, CancellationToken cancellationToken)
    {
        Expect.Equal(null, await roll.FindAsync(City, KitVote.Key(6), cancellationToken).ConfigureAwait(false), "the entry of somebody who is on the roll of 'City' only");
        Expect.Equal(null, await roll.FindAsync("village", KitVote.Key(1), cancellationToken).ConfigureAwait(false), "the entry in a cycle without a roll");
    }

    private static async Task CountedAsync(IElectoralRoll roll, CancellationToken cancellationToken)
    {
        foreach (var cycle in new[] { City, "City", "village" })
        {
            var expected = Voters.LongCount(voter => voter.Cycle == cycle && voter.Entry.Status == RollStatus.Registered);
            var counted = await roll.CountAsync(cycle, cancellationToken).ConfigureAwait(false);
            Expect.That(counted is null || counted == expected, $"{expected} registered in '{cycle}', or nothing, not {counted}");
        }
    }

    private static async Task ManyAsync(IElectoralRoll roll, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(
            async () => (Voters[i % Voters.Count].Entry, Found: await roll.FindAsync(Voters[i % Voters.Count].Cycle, Voters[i % Voters.Count].Key, cancellationToken).ConfigureAwait(false)),
            cancellationToken))).ConfigureAwait(false);
        Expect.Same(answers.Select(answer => answer.Entry), answers.Select(answer => answer.Found), "the entries");
    }

    private static async ValueTask DisposeAsync(IElectoralRoll roll)
    {
        if (roll is IAsyncDisposable inTime)
        {
            await inTime.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (roll as IDisposable)?.Dispose();
        }
    }
}

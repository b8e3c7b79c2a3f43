using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Voting.Designs;

namespace CityBudget;

/// <summary>Ballots on paper: cards that name their voter, typed by two clerks.</summary>
internal sealed partial class Story
{
    private const int Cards = 120;

    private async Task EnterPaperAsync(CancellationToken cancellation)
    {
        await GoToAsync(2027, 9, 22);
        Heading($"{Cards} cards from the town hall, each read by two clerks");
        await DoAsync(CycleRoles.Clerk, "clara", new OpenBatch { Batch = "hall-1", Station = "town-hall", Area = City.WholeCity, Declared = Cards });
        var papers = Enumerable.Range(0, Cards).Select(number => new Resident(_voters + number)).ToList();
        _roll.Enter(City.Id, papers.Select(resident => KeyValuePair.Create(_keys.KeyOf(City.Id, resident.Id), resident.Entry)));
        var onBallot = await OnBallotAsync();
        foreach (var clerk in new[] { "clara", "david" })
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, Cards), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancellation }, async (number, stop) =>
                Accept(await _cycles.EnterCardAsync(City.Id, Read(number, clerk, papers[number], onBallot), stop)));
        }

        // David misread a card; a third clerk looks at it.
        Accept(await _cycles.EnterCardAsync(City.Id, Read(3, "emma", papers[3], onBallot), cancellation));
        var batch = await _cycles.ExecuteAsync(City.Id, new ReconcileBatch { Batch = "hall-1", Role = CycleRoles.Clerk, By = "clara" }, cancellation);
        if (!batch.IsAccepted)
        {
            throw new InvalidOperationException(string.Join("; ", batch.Refusals));
        }

        var counted = batch.State.Batches["hall-1"];
        Say($"{counted.Declared} cards: {counted.Valid} valid, {counted.Invalid} invalid (voted online already, not signed, not on the roll, too young); the batch is reconciled");
    }

    private static void Accept(CardAnswer answer)
    {
        if (!answer.IsAccepted)
        {
            throw new InvalidOperationException(string.Join("; ", answer.Refusals));
        }
    }

    private CardReading Read(int number, string clerk, Resident resident, IReadOnlySet<string> onBallot) => new()
    {
        Batch = "hall-1",
        Number = $"{number + 1}",
        Clerk = clerk,

        // Card 1 is of somebody who voted online already, card 2 has no signature, card 3 names nobody whom the roll knows.
        Voter = number switch { 0 => new Resident(12).Id, 2 => null, _ => resident.Id },
        ReceivedAt = At(new NodaTime.LocalDateTime(2027, 9, 20, 10, 0)),
        IsSigned = number != 1,
        IsIdentityChecked = true,
        Lines = clerk == "david" && number == 3 ? [new BallotLine { Project = "open-data-portal" }] : [.. resident.Choose(City.WholeCity, onBallot)],
    };
}

using System.Text;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Results;
using CivicTech.Receipts;
using NodaTime;

namespace CityBudget;

/// <summary>From the closed box to the published result.</summary>
internal sealed partial class Story
{
    private async Task<bool> CountAsync()
    {
        Heading("The box is sealed; voters and ballots are separated");
        await GoToAsync(2027, 10, 8, 0);
        var box = (await _cycles.OverviewAsync(City.Id))!.Head.Box!;
        foreach (var area in box.Areas)
        {
            _console.WriteLine($"      {area.Area,-6}{area.Cast,8:N0} cast = {area.Counted:N0} counted + {area.Replaced:N0} replaced + {area.Withdrawn:N0} withdrawn + {area.Voided:N0} void");
        }

        _console.WriteLine("      withdrawn: nothing but repair-workshops stood on them, and their voters did not vote again");
        var trackers = await _cycles.TrackersAsync(City.Id);
        Say($"{trackers.Trackers.Length:N0} codes are published; {new Resident(12).Id} finds the own: {trackers.Contains(_tracker)}. What the ballot says, nobody can tell any more.");

        Heading("The count, by the rule of the plan, and by votes beside it");
        await RefuseAsync(CivicTech.Budgeting.Calendars.CycleRoles.Administrator, "office", new CertifyResult { Result = box.Ballots });
        await GoToAsync(2027, 10, 11);
        await DoAsync(new RevealLot { Secret = Secret, PublicValue = "the lottery numbers of 10 October: 3 9 21 27 33 40" });
        await _cycles.CountAsync(City.Id, "office");
        var outcome = (await _cycles.OutcomeAsync(City.Id))!;
        _console.Write(outcome.Counted.ToText());

        Heading("Anybody who has the ballots counts again");
        var input = (await _cycles.CountInputAsync(City.Id))!;
        var verification = CycleReceipt.Verify(Receipt.Parse(outcome.Receipt.ToJson()), input, _rules);
        Say($"{verification} {outcome.Receipt.Digest}");
        await DoAsync(new CertifyResult { Result = outcome.Counted.Digest });
        await DoAsync(new PublishResult());
        await _cycles.AdvanceDueAsync();
        Ballots = PabulibExport.Of(input, outcome.Areas, new PabulibFacts
        {
            Description = "Clairval, participatory budget of 2027",
            Country = "made up",
            Unit = "Clairval",
            Instance = "2027",
            DateBegin = new LocalDate(2027, 9, 1),
            DateEnd = new LocalDate(2027, 9, 30),
        }).Files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value.AsSpan()), StringComparer.Ordinal);
        return verification.Holds;
    }
}

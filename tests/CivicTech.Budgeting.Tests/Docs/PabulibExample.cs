using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Formats;

namespace Examples;

public sealed class PabulibExample
{
    [Fact]
    public void PabulibPage_Lenient_ReportsRepairs()
    {
        File.WriteAllText("lenient-city.pb", City.File.Replace("7;mural", "7;mural, pool", StringComparison.Ordinal));
        using var Console = new StringWriter { NewLine = "\n" };

        // <lenient>
        PabulibReading reading = Pabulib.Read("lenient-city.pb", PabulibReadOptions.Lenient);
        Console.WriteLine($"{reading.Election.Profile.Voters} voters, {reading.RepairCount} repairs");
        foreach (var repair in reading.Repairs)
            Console.WriteLine(repair);
        // </lenient>

        Assert.Equal(
            "7 voters, 1 repairs\n"
            + "line 28, column 9: the vote names project 'pool', which is not in PROJECTS; left out of the ballot. [unknown-project]\n",
            Console.ToString());
    }

    [Fact]
    public void PabulibPage_Replay_AgreesWithTheFile()
    {
        File.WriteAllText("replay-city.pb", City.File);
        using var Console = new StringWriter { NewLine = "\n" };

        // <replay>
        var election = Pabulib.ReadElection("replay-city.pb");
        PabulibReplay replay = PabulibReplay.Of(election);
        foreach (var note in replay.Notes)
            Console.WriteLine(note);

        Allocation allocation = replay.Rule.Allocate(election);
        var official = election.Projects.Where(project => project.Selected == 1).Select(project => project.Id);
        Console.WriteLine(official.ToHashSet().SetEquals(allocation.Funded.Select(project => project.Id)));
        // </replay>

        Assert.Equal("True\n", Console.ToString());
    }

    [Fact]
    public void PabulibPage_Document_ChangesOneCell()
    {
        File.WriteAllText("document-city.pb", City.File);

        // <document>
        var document = PabulibDocument.Load("document-city.pb");
        document.Meta[document.Meta.Find("key", "budget"), "value"] = "120";
        document.Save("document-city-120.pb");   // every other byte is as it was
        // </document>

        Assert.Equal(City.File.Replace("budget;100", "budget;120", StringComparison.Ordinal), File.ReadAllText("document-city-120.pb"));
    }
}

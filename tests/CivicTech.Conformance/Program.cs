using CivicTech.Conformance;

if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Usage: CivicTech.Conformance FOLDER");
    Console.Error.WriteLine("FOLDER holds reference data, such as pabulib/official.json and pabulib/instances/*.pb.");
    return 2;
}

var failed = false;
foreach (var result in ConformanceSets.All.SelectMany(set => set.Run(folder)))
{
    Console.WriteLine(result);
    foreach (var difference in result.Differences)
    {
        Console.WriteLine("  " + difference);
    }

    foreach (var reason in result.NotCovered)
    {
        Console.WriteLine("  not compared: " + reason);
    }

    failed |= result.Differences.Count > 0;
}

return failed ? 1 : 0;

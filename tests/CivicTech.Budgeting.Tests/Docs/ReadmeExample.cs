// <readme>
using CivicTech;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Receipts;
using Microsoft.Extensions.DependencyInjection;
// </readme>
using CivicTech.Testing;

// Not within CivicTech.Budgeting, where 'Allocation' would be the namespace.
namespace Examples;

public sealed class ReadmeExample
{
    [Fact]
    public void Readme_FromFileToReceipt_Works()
    {
        File.WriteAllText("city.pb", City.File);
        using var Console = new StringWriter { NewLine = "\n" };

        // <readme>
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting();
        using var provider = services.BuildServiceProvider();
        var rules = provider.GetRequiredService<RuleRegistry>();

        Election election = Pabulib.ReadElection("city.pb");
        IAllocationRule rule = rules.Create<IAllocationRule>("greedy@1", """{"minimumScore": "2", "ties": ["lowest-cost", "listed-order"]}""");
        Allocation allocation = rule.Allocate(election);

        foreach (var project in allocation.Funded)
            Console.WriteLine($"funded: {project} for {project.Cost}");
        foreach (var result in allocation.Projects.Where(result => !result.Fate.IsFunded))
            Console.WriteLine(result);

        string published = allocation.Receipt.ToJson();
        Verification verification = AllocationReceipt.Verify(Receipt.Parse(published), election, rules);
        Console.WriteLine(verification);
        // </readme>

        Golden.Verify(Console.ToString());
    }
}

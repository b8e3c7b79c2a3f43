using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Loads;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>The promise of the fast path: the true time is never farther from the approximate one than its bound says.</summary>
public sealed class LoadTimesTests
{
    private const int Projects = 12;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-90, 0)]
    [InlineData(-1_000_000, -999_000)]
    [InlineData(-5, 40)]
    public void Of_ThousandsOfVoters_IsAsNearAsItSays(int lowest, int highest)
    {
        for (var n = 0; n < 4; n++)
        {
            var random = new SplitMix64((ulong)n + 300);
            var support = ThousandVoters(random).SupportBy(SupportWorth.Naming);
            var loads = Enumerable.Range(0, support.Classes).Select(_ => new Rational(random.Between(lowest, highest), 7)).ToArray();
            var about = loads.Select(load => load.Approximate()).ToArray();
            var problem = new LoadsProblem
            {
                Support = support,
                Costs = [.. Enumerable.Range(0, Projects).Select(_ => new Rational(random.Between(1_000, 9_000), 3))],
                Left = 1,
                Eligible = [],
                Opening = lowest == 0
                    ? null
                    : new OpeningLoads([.. about.Select(load => load.Value)], [.. about.Select(load => load.Error)], i => loads[i]),
                Ranks = null!,
            };
            ExpectBoundsHold(problem, nearEnough: 1e-10 * (10 - lowest));
        }
    }

    private static void ExpectBoundsHold(LoadsProblem problem, double nearEnough)
    {
        var book = new LoadsBook(problem);
        var times = new LoadTimes(problem);
        var open = Enumerable.Range(0, Projects).ToList();
        while (open.Count > 0)
        {
            foreach (var project in open)
            {
                var time = times.Of(project);
                var exact = book.TimeFor(project);
                Assert.True(Exactly(time.Lower) <= exact && exact <= Exactly(time.Upper), $"{time} is said of {exact.ToDouble():R}.");
                Assert.True(time.Error < nearEnough, $"{time} is not near enough to be of use.");
            }

            var first = open.MinBy(book.TimeFor);
            open.Remove(first);
            var bought = times.Of(first);
            times.Set(book.Buy(first, bought), bought);
        }
    }

    // Times here are not so near to zero that a double would have bits below 2^-60.
    private static Rational Exactly(double number) => new((System.Numerics.BigInteger)(number * Math.Pow(2, 60)), System.Numerics.BigInteger.One << 60);

    private static Election ThousandVoters(SplitMix64 random)
    {
        var projects = Enumerable.Range(0, Projects).Select(i => new Project($"p{i}", 1)).ToArray();
        var builder = new ApprovalProfileBuilder(new CandidateList(projects.Select(project => project.Id)));
        for (var voter = 0; voter < 2_500; voter++)
        {
            builder.Add([.. Enumerable.Range(0, Projects).Where(_ => random.OneIn(2))], random.OneIn(5) ? random.Between(2, 9) : 1);
        }

        return new Election(1, projects, builder.Build());
    }
}

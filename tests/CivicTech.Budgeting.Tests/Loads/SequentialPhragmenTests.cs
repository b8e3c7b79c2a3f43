using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Loads;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>The engine by itself, as another rule uses it: loads by class that are known approximately, and a first round.</summary>
public sealed class SequentialPhragmenTests
{
    public static TheoryData<double> Errors => [0, 1e-12, 0.3, 50, double.PositiveInfinity];

    [Theory]
    [MemberData(nameof(Errors))]
    public void Run_OpeningLoadsKnownBadly_IsTheWayOfExactLoads(double error)
    {
        for (var n = 0; n < 150; n++)
        {
            var random = new SplitMix64((ulong)n + 7_000);
            var election = RandomElections.Make(ProfileKind.Approval, n).Build();
            var support = election.SupportBy(SupportWorth.Naming);
            var exact = Enumerable.Range(0, support.Classes).Select(_ => new Rational(random.Between(-30, random.OneIn(2) ? 0 : 12), random.Between(1, 4))).ToArray();
            var about = exact.Select(load => load.ToDouble() + (double.IsFinite(error) ? error * (random.Between(-9, 9) / 10.0) : 3)).ToArray();
            var errors = exact.Select(_ => error + 1e-14).ToArray();
            var opening = new OpeningLoads(about, errors, i => exact[i]);

            var certified = Play(Problem(election, support, opening, plain: false));
            var plain = Play(Problem(election, support, opening, plain: true));

            Assert.Equal(plain.Turns, certified.Turns);
            Assert.Equal(plain.Ties.Select(Text), certified.Ties.Select(Text));
        }
    }

    [Fact]
    public void Run_ManyVoters_CertifiedIsTheWayOfExactLoads()
    {
        for (var n = 0; n < 20; n++)
        {
            var random = new SplitMix64((ulong)n + 8_000);
            var projects = Enumerable.Range(0, 30).Select(i => new Project($"p{i}", random.Pick([60, 90, 100, 120, 150, random.Between(50, 200)]))).ToArray();
            var builder = new ApprovalProfileBuilder(new CandidateList(projects.Select(project => project.Id)));
            for (var voter = 0; voter < 300; voter++)
            {
                builder.Add([.. Enumerable.Range(0, 30).Where(project => random.OneIn(project % 3 == 0 ? 3 : 12))], random.OneIn(9) ? 3 : 1);
            }

            var election = new Election(1500, projects, builder.Build());
            var support = election.SupportBy(SupportWorth.Naming);
            var certified = Play(Problem(election, support, null, plain: false));
            Assert.Equal(Play(Problem(election, support, null, plain: true)).Turns, certified.Turns);
            Assert.True(certified.Bought.Count() > 8);
        }
    }

    [Fact]
    public void Run_FirstRound_NumbersTiesFromThere()
    {
        var election = Made.Approval(9, "A:1 B:2 C:2", "2*A", "B", "C");
        var problem = Problem(election, election.SupportBy(SupportWorth.Naming), null, plain: false, firstRound: 5);
        var outcome = Play(problem);
        Assert.Equal([0, 1, 2], outcome.Bought);
        Assert.Equal("6: 1 2 False", Text(Assert.Single(outcome.Ties)));
        Assert.Equal(new Rational(1, 2), new LoadsHistory(problem, outcome).TimeOf(0));
    }

    [Fact]
    public void OpeningLoads_IsBelow_SaysOnlyWhatIsCertain()
    {
        var opening = new OpeningLoads([1, 2], [0.25, double.PositiveInfinity], _ => 0);
        Assert.True(opening.IsBelow(0, new Rational(2).Approximate()));
        Assert.False(opening.IsBelow(0, new Rational(1, 2).Approximate()));
        Assert.Null(opening.IsBelow(0, new Rational(5, 4).Approximate()));
        Assert.Null(opening.IsBelow(0, Approximation.Unknown));
        Assert.Null(opening.IsBelow(1, new Rational(1_000_000).Approximate()));
    }

    private static LoadsOutcome Play(LoadsProblem problem) => SequentialPhragmen.Run(problem, choices: null, CancellationToken.None);

    private static LoadsProblem Problem(Election election, SupportTable support, OpeningLoads? opening, bool plain, int firstRound = 1) => new()
    {
        Support = support,
        Costs = [.. election.Projects.Select(project => project.Cost)],
        Left = election.BudgetLimit,
        Eligible = [.. Enumerable.Range(0, election.Projects.Length)],
        Opening = opening,
        Ranks = new TieRanks(new TieBreaker(TieChain.ListedOrder, election.Profile.Candidates, new Dictionary<string, IReadOnlyList<Rational>>()), election.Projects.Length),
        FirstRound = firstRound,
        Plain = plain,
    };

    private static string Text(MetTie tie) => $"{tie.Round}: {string.Join(' ', tie.Tied)} {tie.Matters}";
}

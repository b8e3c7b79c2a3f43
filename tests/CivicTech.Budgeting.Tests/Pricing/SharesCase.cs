using System.Numerics;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>
/// An election on which doubles go wrong: many equal costs, ballots from a small pool, clones, so that prices are often equal, or almost.
/// </summary>
/// <param name="Election">The election.</param>
/// <param name="Problem">What Equal Shares decides on.</param>
/// <param name="Endowments">What a voter of each group starts with, in the election's money.</param>
internal sealed record SharesCase(Election Election, SharesProblem Problem, Rational[] Endowments)
{
    /// <summary>What voters start with in the first run.</summary>
    public BigInteger[] Start => [.. Endowments.Select(endowment => InUnits(endowment))];

    /// <summary>The plain path, where open ties fall to the project that is listed first.</summary>
    public PlainRun Plain() => Plain(Start);

    public PlainRun Plain(BigInteger[] endowments) => new RationalShares(Problem).Run(endowments, null, CancellationToken.None);

    public BigInteger InUnits(Rational amount) => (amount * Problem.Unit).Numerator;

    /// <summary>The n-th case; the same every time.</summary>
    /// <param name="worth">What projects are worth.</param>
    /// <param name="n">Its number.</param>
    /// <param name="factor">All money is multiplied by it.</param>
    /// <param name="increment">Of Add1.</param>
    /// <param name="maxProjects">How many projects there are at most: at least 3.</param>
    public static SharesCase Make(SharesWorth worth, int n, BigInteger? factor = null, Rational increment = default, int maxProjects = 13)
    {
        var random = new SplitMix64(((ulong)n * 7_919) + (ulong)worth + 500_000);
        var raw = SharesElections.Make(KindOf(worth), random, maxProjects);
        var times = (Rational)(factor ?? BigInteger.One);
        var projects = raw.Projects.Select(project => RawElection.Copy(project, project.Id, project.Cost * times)).ToList();
        var isGiven = random.OneIn(3);
        var groups = isGiven ? SharesElections.InGroups(raw, random, times) : [];
        var election = isGiven ? new Election(raw.Budget * times, projects, groups) : (raw with { Budget = raw.Budget * times, Projects = projects }).Build();
        Rational[] endowments = isGiven ? [.. groups.Select(group => group.Endowment)] : [election.BudgetLimit / election.Profile.Voters];
        return new SharesCase(election, ProblemOf(election, worth, [.. endowments, increment * times]), endowments);
    }

    private static ProfileKind KindOf(SharesWorth worth) => worth switch
    {
        SharesWorth.Points => ProfileKind.Cardinal,
        SharesWorth.Borda => ProfileKind.Ordinal,
        _ => ProfileKind.Approval,
    };

    private static SharesProblem ProblemOf(Election election, SharesWorth worth, Rational[] amounts)
    {
        var support = election.SupportBy(worth switch
        {
            SharesWorth.Points => new SupportWorth(SupportKind.Points),
            SharesWorth.Borda => new SupportWorth(SupportKind.Borda),
            SharesWorth.Own => new SupportWorth(SupportKind.Own, new DividedAttention()),
            _ => SupportWorth.Naming,
        });
        Rational[] costs = [.. election.Projects.Select(project => project.Cost)];
        Rational[] utilities = [.. costs.Select((cost, project) => worth switch
        {
            SharesWorth.Cost => cost,
            SharesWorth.Effort => support.Votes[project] == 0 ? 0 : cost / support.Votes[project],
            _ => 1,
        })];
        var breaker = new TieBreaker(TieChain.ListedOrder, election.Profile.Candidates, new Dictionary<string, IReadOnlyList<Rational>>());
        return new SharesProblem(
            support,
            [.. Enumerable.Range(0, costs.Length).Where(project => support.Votes[project] > 0 && costs[project] <= election.BudgetLimit)],
            costs,
            utilities,
            new TieRanks(breaker, costs.Length),
            amounts);
    }
}

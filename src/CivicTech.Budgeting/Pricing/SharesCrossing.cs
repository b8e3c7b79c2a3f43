namespace CivicTech.Budgeting.Pricing;

/// <summary>
/// Guesses where, between the endowments of two runs that fund different projects, the first difference arises: by a straight line. Only a
/// guess: what lies on either side is run and proved.
/// </summary>
internal sealed class SharesCrossing(SharesProblem problem, CertifiedShares shares)
{
    /// <summary>From 0, at the lower run, to 1, at the higher one.</summary>
    internal double Estimate(SharesRun low, SharesRun high)
    {
        var round = 0;
        while (round < low.Rounds && round < high.Rounds && low.FundedIn(round) == high.FundedIn(round))
        {
            round++;
        }

        if (round >= high.Rounds)
        {
            return 0.5;
        }

        var newcomer = high.FundedIn(round);
        var missing = shares.CostOf(newcomer) - Total(low, newcomer, round);
        if (missing > 0 || round >= low.Rounds)
        {
            return Share(missing, Total(high, newcomer, round) - shares.CostOf(newcomer));
        }

        var former = low.FundedIn(round);
        var apartLow = (Price(low, newcomer, round) * shares.PerUtility(newcomer)) - low.PriceIn(round).Highest;
        var apartHigh = (Price(high, former, round) * shares.PerUtility(former)) - high.PriceIn(round).Highest;
        return Share(apartLow, apartHigh);
    }

    private static double Share(double low, double high) => low >= 0 && high >= 0 && double.IsFinite(low + high) && low + high > 0 ? low / (low + high) : 0.5;

    private double Total(SharesRun run, int project, int round) => SharesKernels.Sum(shares.MoneyBefore(run, project, round), shares.Lanes);

    private double Price(SharesRun run, int project, int round)
    {
        var supporters = problem.Support.SupportersOf(project);
        var worths = shares.SharesOf(project);
        var money = shares.MoneyBefore(run, project, round);
        var counts = new double[supporters.Length];
        for (var i = 0; i < supporters.Length; i++)
        {
            counts[i] = worths.IsEmpty ? shares.Weights[supporters[i]] : worths[i];
        }

        // From a lower bound, which every step of Newton's method is.
        var price = run.BoundsIn(round)[project] / shares.PerUtility(project);
        price = double.IsFinite(price) ? price : 0;
        for (var (step, before) = (0, -1.0); step < 60; step++)
        {
            var (poor, rich) = SharesKernels.Split(money, counts, price, shares.Lanes);
            if (rich <= 0 || rich == before)
            {
                break;
            }

            price = (shares.CostOf(project) - poor) / rich;
            before = rich;
        }

        return price;
    }
}

using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Auditing;

/// <summary>Whether the printed p is what some test of the printed W gives.</summary>
internal static class PFromWAudit
{
    private const int MostItemsTried = 1_000;

    // How many permutations programs draw.
    private static readonly int[] UsualPermutations = [99, 199, 499, 999, 1_999, 4_999, 9_999, 19_999, 49_999, 99_999];

    internal static void Check(ConcordanceSummary row, AuditLog log)
    {
        var from = new PFromW(row, log);
        var first = row.Items ?? (from.IsAttainableWithTwoItems() ? 2 : 3);
        var last = row.Items ?? MostItemsTried;
        var ranges = RangesOf(from, first, last);
        ImpliedPValue[] tests = [.. ranges.GroupBy(range => range.Method).Select(group => group.Aggregate((one, other) => one.And(other)))];
        log.Add(new(row, tests));
        if (tests.Any(test => test.Agrees))
        {
            log.Pass(AuditCode.PFromW);
            return;
        }

        var (mayBeExact, ofExact) = OfExact(row, from, tests, first);
        var (mayBeDrawn, ofDrawn) = OfDrawn(row, tests);
        var isDoubtful = mayBeExact || mayBeDrawn;
        var items = row.Items is { } known ? AuditText.Of($"{known} items") : AuditText.Of($"any number of items from {first} to {last:N0}");
        var message = (isDoubtful ? "no usual test" : "inconsistent: no test")
            + AuditText.Of($" of W = {row.W} with {row.Raters} raters and {items} gives it")
            + (row.Items is null && first > 2 ? " (2 items have no such W)" : "")
            + $": {string.Join(", ", tests.Select(test => Words(test, row)))}{ofExact}{ofDrawn}.";
        log.Fail(new(isDoubtful ? AuditSeverity.Doubtful : AuditSeverity.Inconsistent, AuditCode.PFromW, row.Place, PAudit.Column, row.P!, message)
        {
            NearestBelow = AuditText.StatisticOf(ranges.Where(range => range.Highest < from.LowerP).Max(range => (double?)range.Highest)),
            NearestAbove = AuditText.StatisticOf(ranges.Where(range => range.Lowest > from.UpperP).Min(range => (double?)range.Lowest)),
        });
    }

    /// <summary>Every test with every number of items.</summary>
    private static List<ImpliedPValue> RangesOf(PFromW from, int first, int last)
    {
        var ranges = new List<ImpliedPValue>();
        var tryExact = true;
        for (var items = first; items <= last; items++)
        {
            ranges.AddRange(from.Approximate(items));
            if (items == 2)
            {
                ranges.AddRange(from.OfTables());
            }
            else if (tryExact)
            {
                // Where it is too much work, it is with more items too.
                var exact = from.TryExact(items);
                tryExact = exact is not null;
                ranges.AddRange(exact is null ? [] : [exact]);
            }
        }

        return ranges;
    }

    /// <summary>Whether an exact test that was not made might give the printed p, and what is known of it.</summary>
    private static (bool IsPossible, string Words) OfExact(ConcordanceSummary row, PFromW from, ImpliedPValue[] tests, int first)
    {
        // Of two items all tables were looked at; without ties there is one exact test, and it may have been made.
        var areTablesKnown = row.Raters <= TwoItemTable.MostRaters;
        var hasExact = tests.Any(test => test.Method is TestMethod.Exact);
        if (row.Items == 2 ? areTablesKnown : row is { WithoutTies: true, Items: not null } && hasExact)
        {
            return (false, "");
        }

        var (lowest, highest) = from.LimitsOfExact(areTablesKnown ? Math.Max(first, 3) : first);
        if (row.Items is not null && !from.IsPrintedFrom(lowest, 1))
        {
            return (false, $"; no exact test gives less than {AuditText.Probability(lowest)}");
        }

        var most = AuditText.Probability(highest);
        return from.IsPrintedFrom(0, highest)
            ? (true, $"; of exact tests{(row.WithoutTies ? "" : " with many ties")} it is only known that they give {most} at most")
            : (false, $"; no exact test gives more than {most}{(row.WithoutTies ? "" : ", whatever the ties")}");
    }

    /// <summary>Whether a test with random permutations gives the printed p because it can give no less.</summary>
    private static (bool IsPossible, string Words) OfDrawn(ConcordanceSummary row, ImpliedPValue[] tests)
    {
        var count = UsualPermutations.FirstOrDefault(count => row.PrintedP!.Overlaps(new(1, count + 1), new(1, count + 1)));
        return count > 0 && Array.TrueForAll(tests, test => test.Highest < 1.0 / (count + 1))
            ? (true, AuditText.Of($"; a test with {count} random permutations gives it when none of them agrees more"))
            : (false, "");
    }

    private static string Words(ImpliedPValue test, ConcordanceSummary row) =>
        row.Items is null && test.Method is TestMethod.Exact ? $"{test} (where it is little work)" : $"{test}";
}

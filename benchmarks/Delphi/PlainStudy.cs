namespace CivicTech.Benchmarks.Delphi;

/// <summary>What one would write in an afternoon: a lock, a table of numbers a round, and loops of doubles. No window, no key, no journal, nothing kept when the program ends.</summary>
internal sealed class PlainStudy(int experts, int items)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Round, string Expert), int[]> _answers = [];

    internal void Answer(int round, string expert, int[] values)
    {
        lock (_lock)
        {
            _answers[(round, expert)] = values;
        }
    }

    /// <summary>Mean and verdict of every item, the share of unchanged answers, and W with its ties.</summary>
    internal (int Kept, double Unchanged, double W) Close(int round)
    {
        var table = Enumerable.Range(0, experts).Select(expert => _answers[(round, BenchmarkStudies.Expert(expert))]).ToArray();
        var before = round == 1 ? null : Enumerable.Range(0, experts).Select(expert => _answers[(round - 1, BenchmarkStudies.Expert(expert))]).ToArray();
        var kept = Enumerable.Range(0, items).Count(item => table.Average(row => row[item]) > 3);
        var same = before is null ? 0 : table.Zip(before).Sum(pair => pair.First.Zip(pair.Second).Count(answers => answers.First == answers.Second));
        var sums = new double[items];
        double ties = 0;
        foreach (var row in table)
        {
            var order = Enumerable.Range(0, items).OrderBy(item => row[item]).ToArray();
            for (var i = 0; i < items;)
            {
                var j = i;
                while (j < items && row[order[j]] == row[order[i]])
                {
                    j++;
                }

                for (var k = i; k < j; k++)
                {
                    sums[order[k]] += (i + j + 1) / 2.0;
                }

                double tied = j - i;
                ties += (tied * tied * tied) - tied;
                i = j;
            }
        }

        double m = experts, n = items;
        var s = sums.Sum(sum => Math.Pow(sum - (m * (n + 1) / 2), 2));
        return (kept, (double)same / (experts * items), 12 * s / ((m * m * ((n * n * n) - n)) - (m * ties)));
    }
}

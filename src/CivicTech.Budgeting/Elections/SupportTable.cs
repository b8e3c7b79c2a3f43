using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Elections;

/// <summary>
/// Who supports what, both ways round. Voters with the same ballot (in the same group, if there are groups) are one class; the classes of
/// several voters come first.
/// </summary>
internal sealed class SupportTable
{
    private SupportTable()
    {
    }

    /// <summary>How many classes there are.</summary>
    internal int Classes => Weights.Length;

    /// <summary>How many classes have more than one voter: these are numbered first.</summary>
    internal required int WeightedClasses { get; init; }

    /// <summary>For each class, its voters.</summary>
    internal required long[] Weights { get; init; }

    /// <summary>For each class, its group; null when there are no groups.</summary>
    internal required int[]? Groups { get; init; }

    /// <summary>Where the supporters of each project begin, and one end behind the last.</summary>
    internal required int[] ProjectStarts { get; init; }

    /// <summary>The classes that support each project, ascending.</summary>
    internal required int[] Supporters { get; init; }

    /// <summary>
    /// What a project is worth to one voter of a class, aligned with <see cref="Supporters"/>, in units of <see cref="WorthUnit"/>; more than
    /// zero. Null when every supporter values a project alike.
    /// </summary>
    internal required long[]? Worths { get; init; }

    /// <summary>What one unit of <see cref="Worths"/> is.</summary>
    internal required Rational WorthUnit { get; init; }

    /// <summary>Where the projects of each class begin, and one end behind the last.</summary>
    internal required int[] ClassStarts { get; init; }

    /// <summary>The projects that each class supports, ascending.</summary>
    internal required int[] Supported { get; init; }

    /// <summary>As <see cref="Worths"/>, aligned with <see cref="Supported"/>.</summary>
    internal required long[]? WorthsByClass { get; init; }

    /// <summary>For each project, how many voters support it.</summary>
    internal required long[] Votes { get; init; }

    /// <summary><see cref="Weights"/> as doubles; worked out once.</summary>
    internal double[] WeightsAsDoubles => field ??= Array.ConvertAll(Weights, weight => (double)weight);

    /// <summary>
    /// The weight of each supporter times its worth, to the nearest double, aligned with <see cref="Supporters"/>; null without worths. Worked
    /// out once.
    /// </summary>
    internal double[]? WeightedWorths => Worths is null ? null : field ??= [.. Worths.Select((worth, place) => WeightsAsDoubles[Supporters[place]] * worth)];

    internal ReadOnlySpan<int> SupportersOf(int project) => Supporters.AsSpan(ProjectStarts[project]..ProjectStarts[project + 1]);

    internal ReadOnlySpan<int> SupportedBy(int ballotClass) => Supported.AsSpan(ClassStarts[ballotClass]..ClassStarts[ballotClass + 1]);

    /// <exception cref="ArgumentException">The ballots do not carry such support.</exception>
    internal static SupportTable Of(Election election, SupportWorth worth)
    {
        var parts = election.VoterGroups.IsEmpty ? [election.Profile] : election.VoterGroups.Select(group => group.Profile).ToArray();
        var classes = parts.Sum(part => part.DistinctBallots);
        var numbers = Number(parts, out var weights, out var groups, out var weighted);
        var reader = new SupportReader(election, worth);

        // Ballots in their own order first: then once more by class, and by project.
        var starts = new int[classes + 1];
        var supported = new List<int>(classes * 4);
        var values = worth.Kind == SupportKind.Naming ? null : new List<Rational>();
        var begins = new int[classes];
        var lengths = new int[classes];
        var next = 0;
        foreach (var part in parts)
        {
            for (var ballot = 0; ballot < part.DistinctBallots; ballot++, next++)
            {
                begins[numbers[next]] = supported.Count;
                reader.Read(part, ballot, supported, values);
                lengths[numbers[next]] = supported.Count - begins[numbers[next]];
            }
        }

        for (var i = 0; i < classes; i++)
        {
            starts[i + 1] = starts[i] + lengths[i];
        }

        var (scaled, unit) = Scale(values);
        return Arrange(election.Projects.Length, weights, groups, weighted, starts, begins, supported, scaled, unit);
    }

    private static int[] Number(Profile[] parts, out long[] weights, out int[]? groups, out int weighted)
    {
        var classes = parts.Sum(part => part.DistinctBallots);
        var numbers = new int[classes];
        weights = new long[classes];
        groups = parts.Length == 1 ? null : new int[classes];
        weighted = 0;
        var next = 0;
        var single = 0;
        for (var pass = 0; pass < 2; pass++)
        {
            next = 0;
            for (var group = 0; group < parts.Length; group++)
            {
                for (var ballot = 0; ballot < parts[group].DistinctBallots; ballot++, next++)
                {
                    var weight = parts[group].WeightOf(ballot);
                    if (weight > 1 != (pass == 0))
                    {
                        continue;
                    }

                    var number = pass == 0 ? weighted++ : weighted + single++;
                    numbers[next] = number;
                    weights[number] = weight;
                    if (groups is not null)
                    {
                        groups[number] = group;
                    }
                }
            }
        }

        return numbers;
    }

    private static (long[]? Scaled, Rational Unit) Scale(List<Rational>? values)
    {
        if (values is null)
        {
            return (null, 1);
        }

        var denominator = System.Numerics.BigInteger.One;
        foreach (var distinct in values.Select(value => value.Denominator).Distinct())
        {
            denominator *= distinct / System.Numerics.BigInteger.GreatestCommonDivisor(denominator, distinct);
        }

        var scale = new Rational(denominator, 1);
        var scaled = new long[values.Count];
        for (var i = 0; i < scaled.Length; i++)
        {
            if (!(values[i] * scale).TryGetInt64(out scaled[i]))
            {
                throw new ArgumentException($"Utilities such as {values[i]} have no common unit in which all of them are whole numbers of 64 bits.");
            }
        }

        return (scaled, Rational.One / scale);
    }

    private static SupportTable Arrange(
        int projects, long[] weights, int[]? groups, int weighted, int[] starts, int[] begins, List<int> read, long[]? values, Rational unit)
    {
        var supported = new int[read.Count];
        var byClass = values is null ? null : new long[read.Count];
        var projectStarts = new int[projects + 1];
        var source = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(read);
        for (var i = 0; i < weights.Length; i++)
        {
            var length = starts[i + 1] - starts[i];
            source.Slice(begins[i], length).CopyTo(supported.AsSpan(starts[i]));
            values?.AsSpan(begins[i], length).CopyTo(byClass.AsSpan(starts[i]));
        }

        foreach (var project in supported)
        {
            projectStarts[project + 1]++;
        }

        for (var project = 0; project < projects; project++)
        {
            projectStarts[project + 1] += projectStarts[project];
        }

        var places = projectStarts.AsSpan(0, projects).ToArray();
        var supporters = new int[supported.Length];
        var byProject = values is null ? null : new long[supported.Length];
        var votes = new long[projects];
        for (var i = 0; i < weights.Length; i++)
        {
            for (var entry = starts[i]; entry < starts[i + 1]; entry++)
            {
                var project = supported[entry];
                var place = places[project]++;
                supporters[place] = i;
                votes[project] += weights[i];
                if (byProject is not null)
                {
                    byProject[place] = byClass![entry];
                }
            }
        }

        return new SupportTable
        {
            WeightedClasses = weighted,
            Weights = weights,
            Groups = groups,
            ProjectStarts = projectStarts,
            Supporters = supporters,
            Worths = byProject,
            WorthUnit = unit,
            ClassStarts = starts,
            Supported = supported,
            WorthsByClass = byClass,
            Votes = votes,
        };
    }
}

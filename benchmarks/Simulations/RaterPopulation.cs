namespace CivicTech.Benchmarks.Simulations;

/// <summary>
/// Whom raters are drawn from, each on their own. A rater thinks √ρ · item + √(1 - ρ) · noise of an item; the items have fixed values,
/// evenly spaced with mean 0 and variance 1, and the noise is standard normal.
/// </summary>
/// <param name="Items">n.</param>
/// <param name="Rho">The share of the variance that comes from the items.</param>
/// <param name="Form">How thoughts become answers.</param>
/// <param name="Careless">The share of raters to whom all items are alike: they rank at random.</param>
/// <param name="Opposed">The share of raters who see the items in the opposite order.</param>
internal sealed record RaterPopulation(int Items, double Rho, AnswerForm Form, double Careless = 0, double Opposed = 0)
{
    /// <summary>The answer in the middle.</summary>
    internal double Neutral => Form switch
    {
        AnswerForm.Continuous => 0,
        AnswerForm.FivePoints => 3,
        _ => 0.5,
    };

    /// <summary>What a new rater thinks of the items, from the noise of that rater.</summary>
    internal void Think(ref RandomStream random, ReadOnlySpan<double> noise, Span<double> thoughts) => Think(Side(ref random), noise, thoughts);

    /// <summary>1 for most raters, 0 for careless ones, -1 for opposed ones.</summary>
    internal int Side(ref RandomStream random)
    {
        if (Careless == 0 && Opposed == 0)
        {
            return 1;
        }

        var uniform = random.Uniform();
        return uniform <= Careless ? 0 : uniform <= Careless + Opposed ? -1 : 1;
    }

    internal void Think(int side, ReadOnlySpan<double> noise, Span<double> thoughts)
    {
        var spread = Math.Sqrt((((double)Items * Items) - 1) / 3);
        for (var item = 0; item < Items; item++)
        {
            var value = ((2 * item) - Items + 1) / spread;
            thoughts[item] = (side * Math.Sqrt(Rho) * value) + (Math.Sqrt(1 - Rho) * noise[item]);
        }
    }

    internal void Answer(ReadOnlySpan<double> thoughts, Span<double> answers)
    {
        for (var item = 0; item < Items; item++)
        {
            answers[item] = Answer(thoughts[item]);
        }
    }

    /// <summary>Answers of a panel, one row a rater.</summary>
    internal double[,] Panel(ref RandomStream random, int raters)
    {
        var answers = new double[raters, Items];
        var row = new double[Items];
        for (var rater = 0; rater < raters; rater++)
        {
            DrawRater(ref random, row);
            for (var item = 0; item < Items; item++)
            {
                answers[rater, item] = row[item];
            }
        }

        return answers;
    }

    internal void DrawRater(ref RandomStream random, Span<double> answers)
    {
        Noise(ref random, answers);
        Think(ref random, answers, answers);
        Answer(answers, answers);
    }

    internal static void Noise(ref RandomStream random, Span<double> noise)
    {
        foreach (ref var value in noise)
        {
            value = random.Normal();
        }
    }

    private double Answer(double thought) => Form switch
    {
        AnswerForm.Continuous => thought,
        AnswerForm.FivePoints => Math.Clamp(Math.Round(thought), -2, 2) + 3,
        _ => thought > 0 ? 1 : 0,
    };
}

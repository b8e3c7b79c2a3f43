namespace CivicTech.Benchmarks.Simulations;

/// <summary>What raters write down of what they think.</summary>
internal enum AnswerForm
{
    /// <summary>Numbers without ties.</summary>
    Continuous,

    /// <summary>1 to 5, cut at -1.5, -0.5, 0.5 and 1.5: 7, 24, 38, 24 and 7 % of a standard normal variable.</summary>
    FivePoints,

    /// <summary>Yes or no, cut at 0.</summary>
    YesNo,
}

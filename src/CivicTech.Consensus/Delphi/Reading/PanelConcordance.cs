using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>How much the experts of a panel agreed on the order of its items in a round. As <see cref="ConcordanceResult"/> has it, without who they are.</summary>
public sealed class PanelConcordance
{
    private readonly Lazy<SignificanceTest> _test;

    /// <param name="result">The figures.</param>
    /// <param name="test">The test, which takes by far the longest: it is made when somebody asks for it.</param>
    internal PanelConcordance(ConcordanceResult result, Func<SignificanceTest> test)
    {
        (Raters, Items, W, MeanSpearman) = (result.RaterCount, result.Items.Count, result.W, result.MeanSpearman);
        _test = new Lazy<SignificanceTest>(test);
    }

    /// <summary>How many experts it is about: without those left out for missing answers, or because they told no items apart.</summary>
    public long Raters { get; }

    /// <summary>How many items it is about.</summary>
    public int Items { get; }

    /// <summary>Kendall's W, corrected for ties.</summary>
    public Statistic W { get; }

    /// <summary>Its test, with the method by which p was found.</summary>
    /// <remarks>Made when it is first asked for, in time for up to some ten million steps; the rest of a report takes little.</remarks>
    public SignificanceTest Test => _test.Value;

    /// <summary>The mean Spearman correlation of two experts with its jackknife interval: unlike W it can be compared between panels of different size.</summary>
    public JackknifeEstimate MeanSpearman { get; }
}

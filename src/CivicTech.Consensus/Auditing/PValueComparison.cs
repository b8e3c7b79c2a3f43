namespace CivicTech.Consensus.Auditing;

/// <summary>A printed p beside what tests of the printed W give.</summary>
public sealed class PValueComparison
{
    internal PValueComparison(ConcordanceSummary row, IReadOnlyList<ImpliedPValue> tests)
    {
        Place = row.Place;
        W = row.W;
        P = row.P!;
        Raters = row.Raters;
        Items = row.Items;
        Tests = tests;
    }

    /// <summary>The place of the row, as the caller named it.</summary>
    public string Place { get; }

    /// <summary>W as printed.</summary>
    public string W { get; }

    /// <summary>P as printed.</summary>
    public string P { get; }

    /// <summary>How many raters.</summary>
    public int Raters { get; }

    /// <summary>How many items; null where it is not known and numbers from 2 to 1,000 were tried.</summary>
    public int? Items { get; }

    /// <summary>What each test gives: none for tests that are not defined here, and the exact test only where it is little work.</summary>
    public IReadOnlyList<ImpliedPValue> Tests { get; }

    /// <summary>The printed p and those of the tests.</summary>
    public override string ToString() => $"{Place}, p {P}: {string.Join(", ", Tests)}";
}

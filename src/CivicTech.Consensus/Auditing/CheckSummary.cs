using System.Globalization;

namespace CivicTech.Consensus.Auditing;

/// <summary>How often one check was made and passed.</summary>
public sealed record CheckSummary
{
    internal CheckSummary(string code, int made, int passed, int skipped, ChanceComparison? chance)
    {
        Code = code;
        Made = made;
        Passed = passed;
        Skipped = skipped;
        Chance = chance;
    }

    /// <summary>Which check: one of <see cref="AuditCode"/>.</summary>
    public string Code { get; }

    /// <summary>How many numbers were checked.</summary>
    public int Made { get; }

    /// <summary>How many of these passed.</summary>
    public int Passed { get; }

    /// <summary>How many numbers could not be checked.</summary>
    public int Skipped { get; }

    /// <summary>What random numbers would do; for <see cref="AuditCode.MeanGrid"/> where it was made, otherwise null.</summary>
    public ChanceComparison? Chance { get; }

    /// <summary>The check and its counts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}: {Passed} of {Made} passed");
}

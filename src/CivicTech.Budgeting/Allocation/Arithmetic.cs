namespace CivicTech.Budgeting.Allocation;

/// <summary>How a rule computes with fractions. The outcome is the same, always; only the time differs.</summary>
public enum Arithmetic
{
    /// <summary>Floating point with proven error bounds where they decide, fractions of unlimited size where they do not.</summary>
    Certified,

    /// <summary>Fractions of unlimited size throughout: slow and plain, for those who want to check.</summary>
    Rational,
}

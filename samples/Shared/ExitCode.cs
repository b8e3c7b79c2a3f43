namespace CivicTech.Samples;

/// <summary>What the process returns; the help text says the same.</summary>
public static class ExitCode
{
    public const int Fine = 0;
    public const int Findings = 1;
    public const int WrongUsage = 2;
    public const int Cancelled = 130;
}

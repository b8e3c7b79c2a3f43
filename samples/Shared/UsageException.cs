namespace CivicTech.Samples;

/// <summary>The command line asks for something that cannot be: shown without a stack trace, exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);

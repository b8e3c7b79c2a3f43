namespace CivicTech.Samples;

/// <summary>The command line asks for something that cannot be: shown without a stack trace, exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message)
{
    /// <summary>Refuses what is wrong.</summary>
    /// <param name="isWrong">Whether it is.</param>
    /// <param name="message">Why, without the full stop.</param>
    /// <exception cref="UsageException">It is.</exception>
    public static void ThrowIf(bool isWrong, string message)
    {
        if (isWrong)
        {
            throw new UsageException(message + ".");
        }
    }
}

using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Consensus.Formats;

/// <summary>Reading without an exception for what a file contains.</summary>
internal static class Attempt
{
    internal static bool Read<T>(Func<T> read, [NotNullWhen(true)] out T? result, [NotNullWhen(false)] out BallotDiagnostic? problem)
        where T : class
    {
        try
        {
            result = read();
            problem = null;
            return true;
        }
        catch (BallotFormatException exception)
        {
            result = null;
            problem = exception.Diagnostic;
            return false;
        }
    }
}

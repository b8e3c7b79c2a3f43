namespace CivicTech.Consensus.Formats;

/// <summary>A ballot file is not what it should be. The message names the place, what was found and what was expected.</summary>
public sealed class BallotFormatException : FormatException
{
    /// <summary>Makes the exception without a place.</summary>
    public BallotFormatException()
        : this("The file is not in a known ballot format.")
    {
    }

    /// <summary>Makes the exception without a place.</summary>
    /// <param name="message">What was found and what was expected.</param>
    public BallotFormatException(string message)
        : base(message)
    {
        Diagnostic = new BallotDiagnostic(0, 0, message);
    }

    /// <summary>Makes the exception without a place.</summary>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="innerException">The cause.</param>
    public BallotFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
        Diagnostic = new BallotDiagnostic(0, 0, message);
    }

    internal BallotFormatException(string source, BallotDiagnostic diagnostic)
        : base($"{source}: {diagnostic}")
    {
        Diagnostic = diagnostic;
    }

    /// <summary>Place and message, without the name of the file.</summary>
    public BallotDiagnostic Diagnostic { get; }

    /// <summary>The line, counted from 1; 0 when the file as a whole is concerned.</summary>
    public long Line => Diagnostic.Line;

    /// <summary>The character in that line, counted from 1; 0 when the line as a whole is concerned.</summary>
    public int Column => Diagnostic.Column;
}

namespace CivicTech.Budgeting.Formats;

/// <summary>A Pabulib file is not what it should be. The message names the place, what was found and what was expected.</summary>
public sealed class PabulibFormatException : FormatException
{
    /// <summary>Makes the exception without a place.</summary>
    public PabulibFormatException()
        : this("The file is not in the Pabulib format.")
    {
    }

    /// <summary>Makes the exception without a place.</summary>
    /// <param name="message">What was found and what was expected.</param>
    public PabulibFormatException(string message)
        : base(message)
    {
        Diagnostic = new PabulibDiagnostic("format", 0, 0, message);
    }

    /// <summary>Makes the exception without a place.</summary>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="innerException">The cause.</param>
    public PabulibFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
        Diagnostic = new PabulibDiagnostic("format", 0, 0, message);
    }

    internal PabulibFormatException(PabulibDiagnostic diagnostic)
        : base(diagnostic.ToString())
    {
        Diagnostic = diagnostic;
    }

    /// <summary>Place, kind and message.</summary>
    public PabulibDiagnostic Diagnostic { get; }

    /// <summary>The line, counted from 1; 0 when the file as a whole is concerned.</summary>
    public long Line => Diagnostic.Line;

    /// <summary>The character in that line, counted from 1; 0 when the line as a whole is concerned.</summary>
    public int Column => Diagnostic.Column;
}

using System.Diagnostics.CodeAnalysis;

namespace CivicTech.TestKit;

/// <summary>An implementation does not do what its port asks for.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is the failure of a case, as a test framework shows it.")]
public sealed class KitFailure : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="message">What was expected and what came.</param>
    public KitFailure(string message)
        : base(message)
    {
    }

    /// <summary>A failure with the exception behind it.</summary>
    /// <param name="message">What was expected and what came.</param>
    /// <param name="innerException">What the implementation threw.</param>
    public KitFailure(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A failure without a message.</summary>
    public KitFailure()
    {
    }
}

using CivicTech.Consensus.Formats;

namespace CivicTech.Conformance;

/// <summary>Files that must be refused.</summary>
internal static class Refusal
{
    /// <summary>Null when reading is refused in the words of a reader; otherwise what happened.</summary>
    internal static string? Of(Func<object> read)
    {
        try
        {
            _ = read();
            return "it was not refused";
        }
        catch (Exception exception) when (exception is BallotFormatException or IOException)
        {
            return null;
        }
    }
}

using System.Security.Cryptography;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>Trackers from the operating system's cryptographic random numbers.</summary>
/// <remarks>Safe for several threads.</remarks>
public sealed class RandomTrackers : ITrackerSource
{
    // Asking the system for many at once makes one of them cheap.
    private const int Stock = 256 * Tracker.Size;

    [ThreadStatic]
    private static byte[]? _bytes;

    [ThreadStatic]
    private static int _used;

    private RandomTrackers()
    {
    }

    /// <summary>The one source.</summary>
    public static RandomTrackers Instance { get; } = new();

    /// <inheritdoc />
    public Tracker Draw()
    {
        if (_bytes is null || _used == Stock)
        {
            _bytes ??= new byte[Stock];
            RandomNumberGenerator.Fill(_bytes);
            _used = 0;
        }

        // What was given is not left lying in memory.
        var bytes = _bytes.AsSpan(_used, Tracker.Size);
        var tracker = Tracker.FromBytes(bytes);
        bytes.Clear();
        _used += Tracker.Size;
        return tracker;
    }
}

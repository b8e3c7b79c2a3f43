using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>The trackers of all counted ballots, sorted: made to be published. Whoever finds the own code in it knows that the ballot counts.</summary>
public sealed class TrackerList
{
    private readonly ImmutableArray<Tracker> _trackers;

    // The array is the list's from now on.
    internal TrackerList(Tracker[] trackers)
    {
        Array.Sort(trackers);
        _trackers = ImmutableCollectionsMarshal.AsImmutableArray(trackers);
    }

    /// <summary>In ascending order.</summary>
    public ImmutableArray<Tracker> Trackers => _trackers;

    /// <summary>The SHA-256 of their bytes, one after the other in ascending order.</summary>
    public Digest Digest
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Span<byte> bytes = stackalloc byte[64 * Tracker.Size];
            for (var i = 0; i < _trackers.Length; i += 64)
            {
                var count = Math.Min(64, _trackers.Length - i);
                for (var j = 0; j < count; j++)
                {
                    _trackers[i + j].WriteTo(bytes[(j * Tracker.Size)..]);
                }

                hash.AppendData(bytes[..(count * Tracker.Size)]);
            }

            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            hash.GetHashAndReset(digest);
            return Digest.FromBytes(digest);
        }
    }

    /// <summary>Whether a ballot is among them. O(log n).</summary>
    /// <param name="tracker">The code of a receipt.</param>
    public bool Contains(Tracker tracker) => _trackers.BinarySearch(tracker) >= 0;
}

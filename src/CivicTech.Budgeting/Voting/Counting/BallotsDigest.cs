using System.Security.Cryptography;
using CivicTech.Ballots;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>The digest of all counted ballots of a box: SHA-256 over the digests of the areas' profiles, in the order of the official ballot.</summary>
internal static class BallotsDigest
{
    internal static Digest Of(IEnumerable<Profile> profiles)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var profile in profiles)
        {
            hash.AppendData(profile.Digest.ToByteArray());
        }

        return Digest.FromBytes(hash.GetHashAndReset());
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CivicTech.Receipts;

namespace CivicTech.Ballots;

/// <summary>The canonical bytes of a profile and their SHA-256. The layout is public: docs/receipts.md.</summary>
internal static class ProfileDigest
{
    internal static Digest Of(Profile profile, BallotColumns columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new BufferedHash(hash);
        stream.Text("civictech-profile/1");
        stream.Text(profile.CanonicalHeader);
        stream.Number(profile.Candidates.Count);
        foreach (var id in profile.Candidates)
        {
            stream.Text(id);
        }

        stream.Number(columns.Count);
        foreach (var ballot in CanonicalOrder.Of(columns, profile.Candidates.Count))
        {
            var candidates = columns.CandidatesOf(ballot);
            stream.Number(columns.WeightOf(ballot));
            stream.Number(candidates.Length);
            foreach (var candidate in candidates)
            {
                stream.Number(candidate);
            }

            if (columns.Values.Length > 0)
            {
                foreach (var value in columns.ValuesOf(ballot))
                {
                    stream.Number(value);
                }
            }
        }

        return stream.Finish();
    }

    private sealed class BufferedHash(IncrementalHash hash) : IDisposable
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _used;

        public void Dispose() => hash.Dispose();

        internal void Number(long value)
        {
            if (_used + sizeof(long) > _buffer.Length)
            {
                Flush();
            }

            BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_used), value);
            _used += sizeof(long);
        }

        internal void Text(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Number(bytes.Length);
            Flush();
            hash.AppendData(bytes);
        }

        internal Digest Finish()
        {
            Flush();
            return Digest.FromBytes(hash.GetHashAndReset());
        }

        private void Flush()
        {
            hash.AppendData(_buffer.AsSpan(0, _used));
            _used = 0;
        }
    }
}

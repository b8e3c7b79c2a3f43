using System.Buffers;
using System.Text;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>Writes numbers as variable-length integers, seven bits a byte, the lowest first; texts as their length in UTF-8 and their bytes.</summary>
internal sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(64);

    internal byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    internal void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    internal void Number(int value) => Put((ulong)value);

    internal void Signed(long value) => Put((ulong)((value << 1) ^ (value >> 63)));

    internal void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length)));
    }

    internal void Tracker(Tracker tracker)
    {
        tracker.WriteTo(_bytes.GetSpan(Files.Tracker.Size));
        _bytes.Advance(Files.Tracker.Size);
    }

    internal void Key(VoterKey key) => _bytes.Write(key.ToByteArray());

    internal void Content(BallotContent content)
    {
        Number(content.Bytes.Length);
        _bytes.Write(content.Bytes);
    }

    private void Put(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }
}

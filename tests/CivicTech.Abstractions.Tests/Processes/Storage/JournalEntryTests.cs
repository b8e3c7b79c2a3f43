using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Storage;

public sealed class JournalEntryTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 21, 12, 0);
    private static readonly Digest Before = Digest.Of("before"u8);
    private static readonly Digest Command = Digest.Of("command"u8);

    private static readonly JournalEntry Entry = JournalEntry.Next(6, Before, Noon, "key", Command, "who", "[1]"u8.ToArray());

    [Fact]
    public void Next_Entry_IsNumberedOnAndFollows()
    {
        Assert.Equal(7, Entry.Version);
        Assert.True(Entry.Follows(Before));
        Assert.False(Entry.Follows(default));
        Assert.True(JournalEntry.Next(0, default, Noon, null, default, null, default).Follows(default));
    }

    public static TheoryData<string> Fields => [.. Changed.Keys];

    private static Dictionary<string, JournalEntry> Changed => new(StringComparer.Ordinal)
    {
        ["version"] = new(8, Noon, "key", Command, "who", "[1]"u8.ToArray(), Entry.Digest),
        ["a nanosecond"] = new(7, Noon + Duration.Epsilon, "key", Command, "who", "[1]"u8.ToArray(), Entry.Digest),
        ["key"] = new(7, Noon, "Key", Command, "who", "[1]"u8.ToArray(), Entry.Digest),
        ["no key"] = new(7, Noon, null, Command, "who", "[1]"u8.ToArray(), Entry.Digest),
        ["command"] = new(7, Noon, "key", Before, "who", "[1]"u8.ToArray(), Entry.Digest),
        ["who"] = new(7, Noon, "key", Command, "whom", "[1]"u8.ToArray(), Entry.Digest),
        ["nobody"] = new(7, Noon, "key", Command, null, "[1]"u8.ToArray(), Entry.Digest),
        ["events"] = new(7, Noon, "key", Command, "who", "[2]"u8.ToArray(), Entry.Digest),
        ["blank in events"] = new(7, Noon, "key", Command, "who", "[1] "u8.ToArray(), Entry.Digest),
        ["digest"] = new(7, Noon, "key", Command, "who", "[1]"u8.ToArray(), Command),
        ["a character lent by one field to the next"] = new(7, Noon, "ke", Command, "ywho", "[1]"u8.ToArray(), Entry.Digest),
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Follows_AnyFieldChanged_IsFalse(string field) => Assert.False(Changed[field].Follows(Before));

    [Fact]
    public void Next_NobodyAndTheEmptyText_DifferInDigest()
    {
        static Digest Of(string? key, string? by) => JournalEntry.Next(0, default, Noon, key, Command, by, default).Digest;
        Assert.NotEqual(Of(null, null), Of(null, ""));
        Assert.NotEqual(Of(null, null), Of("", null));
    }

    [Fact]
    public void Follows_Chain_BreaksWhereAnEntryIsTakenOutOrMoved()
    {
        var entries = new List<JournalEntry>();
        for (var i = 0; i < 5; i++)
        {
            entries.Add(JournalEntry.Next(i, i == 0 ? default : entries[^1].Digest, Noon, null, Command, null, "[]"u8.ToArray()));
        }

        Assert.True(IsChain(entries));
        for (var i = 0; i < 4; i++)
        {
            Assert.False(IsChain([.. entries.Where((_, at) => at != i)]));
            Assert.False(IsChain([.. entries.Select((entry, at) => at == i ? entries[i + 1] : at == i + 1 ? entries[i] : entry)]));
        }

        static bool IsChain(List<JournalEntry> entries) => !entries.Where((entry, i) => !entry.Follows(i == 0 ? default : entries[i - 1].Digest)).Any();
    }

    [Fact]
    public void Digest_OfAKnownEntry_IsTheSameForEver() =>
        Assert.Equal(WrittenOut, Entry.Digest.ToString());

    // Written out from the lengths and the pieces: a change of it would break every journal there is.
    private static string WrittenOut => Digest.Of(
    [
        .. Piece($"sha256:{Convert.ToHexStringLower(Before.ToByteArray())}"), .. Piece("7"), .. Piece("2026-03-21T12:00:00Z"), .. Piece("key"), .. Piece(Command.ToString()), .. Piece("who"), .. Piece("[1]"),
    ]).ToString();

    private static byte[] Piece(string text) => [0, 0, 0, checked((byte)text.Length), .. System.Text.Encoding.ASCII.GetBytes(text)];
}

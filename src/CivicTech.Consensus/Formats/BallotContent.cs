using System.Text;
using System.Text.Unicode;
using CivicTech.Consensus.Tallying;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Formats;

/// <summary>The bytes of a ballot file: UTF-8, with or without a mark at the beginning. Places are bytes until an error needs a line.</summary>
internal sealed class BallotContent
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ReadOnlyMemory<byte> _text;

    /// <exception cref="BallotFormatException">It is not UTF-8.</exception>
    internal BallotContent(ReadOnlyMemory<byte> file, string source)
    {
        Source = source;
        _file = file;
        _text = file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;
        if (!Utf8.IsValid(_text.Span))
        {
            throw Error(FirstInvalid(_text.Span), "expected UTF-8");
        }
    }

    /// <summary>The name of the file, as it should stand in a report.</summary>
    internal string Source { get; }

    internal ReadOnlySpan<byte> Span => _text.Span;

    internal int Length => _text.Length;

    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static BallotContent OfFile(string path) => new(File.ReadAllBytes(path), Path.GetFileName(path));

    internal static BallotContent OfStream(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new BallotContent(copy.GetBuffer().AsMemory(0, checked((int)copy.Length)), source);
    }

    internal BallotBatch Batch(long ballots) => new(Source, ballots, Digest.Of(_file.Span));

    /// <summary>Where the line ends that a place stands in: at its newline, or at the end of the file.</summary>
    internal int EndOfLine(int at)
    {
        var length = Span[at..].IndexOf((byte)'\n');
        return length < 0 ? Length : at + length;
    }

    internal string Text(int start, int length) => Encoding.UTF8.GetString(Span.Slice(start, length));

    /// <summary>A word as it should stand in a message.</summary>
    internal string Shown(int start, int length) => Shown(Text(start, length));

    internal static string Shown(string text) => text.Length <= 40 ? $"'{text}'" : $"'{text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)]}…'";

    internal BallotFormatException Error(int at, string message) => new(Source, Remark(at, message));

    internal BallotFormatException Error(string message) => new(Source, new BallotDiagnostic(0, 0, message));

    internal BallotDiagnostic Remark(int at, string message)
    {
        var before = Span[..Math.Min(at, Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new BallotDiagnostic(before.Count((byte)'\n') + 1L, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, message);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}

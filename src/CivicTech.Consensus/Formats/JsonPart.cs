using System.Text;
using System.Text.Json;

namespace CivicTech.Consensus.Formats;

/// <summary>A value of a JSON file that knows where it stands.</summary>
internal sealed class JsonPart
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    private readonly List<(string Name, JsonPart Value)> _members = [];
    private readonly List<JsonPart> _items = [];

    private JsonPart(JsonTokenType kind, int at, string text)
    {
        Kind = kind;
        At = at;
        Text = text;
    }

    internal JsonTokenType Kind { get; }

    /// <summary>Where it begins in the file.</summary>
    internal int At { get; }

    /// <summary>A text without its quotes; a number or a truth value as it is written; otherwise nothing.</summary>
    internal string Text { get; }

    internal bool IsObject => Kind == JsonTokenType.StartObject;

    internal IReadOnlyList<JsonPart> Items => _items;

    /// <summary>A member of an object; null when it is not there, is null, or this is no object.</summary>
    internal JsonPart? this[string name]
    {
        get
        {
            foreach (var (member, value) in _members)
            {
                if (member == name)
                {
                    return value.Kind == JsonTokenType.Null ? null : value;
                }
            }

            return null;
        }
    }

    /// <summary>A reader of a whole file.</summary>
    internal static Utf8JsonReader Reader(BallotContent content) => new(content.Span, Options);

    /// <summary>Reads a file of one value.</summary>
    /// <exception cref="BallotFormatException">It is not JSON.</exception>
    internal static JsonPart Read(BallotContent content)
    {
        try
        {
            var reader = Reader(content);
            _ = reader.Read();
            var part = Read(content, ref reader);
            _ = reader.Read();
            return part;
        }
        catch (JsonException exception)
        {
            throw Error(content, exception);
        }
    }

    /// <summary>What the JSON reader throws as the exception of this room.</summary>
    internal static BallotFormatException Error(BallotContent content, JsonException exception)
    {
        var at = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            at += content.Span[at..].IndexOf((byte)'\n') + 1;
        }

        return content.Error((int)Math.Min(content.Length, at + (exception.BytePositionInLine ?? 0)), $"expected JSON, at most {Options.MaxDepth} levels deep");
    }

    /// <summary>Reads the value at which a reader stands; the reader then stands at its end.</summary>
    internal static JsonPart Read(BallotContent content, ref Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var whole = new JsonPart(JsonTokenType.StartObject, at, "");
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    whole.Add(content, (int)reader.TokenStartIndex, TextOf(content, ref reader), ref reader);
                }

                return whole;
            case JsonTokenType.StartArray:
                var list = new JsonPart(JsonTokenType.StartArray, at, "");
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list._items.Add(Read(content, ref reader));
                }

                return list;
            case JsonTokenType.String:
                return new JsonPart(JsonTokenType.String, at, TextOf(content, ref reader));
            default:
                return new JsonPart(reader.TokenType, at, Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    /// <summary>A text or the name of a member.</summary>
    internal static string TextOf(BallotContent content, ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw content.Error((int)reader.TokenStartIndex, "the text holds half a surrogate pair; expected characters");
        }
    }

    private void Add(BallotContent content, int at, string name, ref Utf8JsonReader reader)
    {
        // Few members: looking at all of them is quicker than a table.
        foreach (var (member, _) in _members)
        {
            if (member == name)
            {
                throw content.Error(at, $"the member {BallotContent.Shown(name)} stands in one object twice");
            }
        }

        if (_members.Count == 1000)
        {
            throw content.Error(at, "the object has more than 1000 members");
        }

        _ = reader.Read();
        _members.Add((name, Read(content, ref reader)));
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Ties;

/// <summary>The chain as a list of texts.</summary>
internal static class TieChainText
{
    private const string AllOutcomes = "all-outcomes";

    internal static IEnumerable<string> Write(TieChain chain)
    {
        foreach (var key in chain.Keys)
        {
            yield return key.ToString();
        }

        if (chain.ListsAllOutcomes)
        {
            yield return chain.OutcomeLimit == TieChain.DefaultOutcomeLimit
                ? AllOutcomes
                : string.Create(CultureInfo.InvariantCulture, $"{AllOutcomes}:{chain.OutcomeLimit}");
        }
        else if (!chain.IsTotal)
        {
            yield return "refuse";
        }
    }

    internal static TieChain Read(IReadOnlyList<string> texts)
    {
        var last = texts.Count > 0 ? texts[^1] : "";
        if (last == "refuse")
        {
            return TieChain.By(texts.SkipLast(1).Select(TieKey.Parse));
        }

        if (last == AllOutcomes)
        {
            return TieChain.By(texts.SkipLast(1).Select(TieKey.Parse)).OrAllOutcomes(TieChain.DefaultOutcomeLimit);
        }

        if (last.StartsWith(AllOutcomes + ":", StringComparison.Ordinal))
        {
            return int.TryParse(last.AsSpan(AllOutcomes.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
                ? TieChain.By(texts.SkipLast(1).Select(TieKey.Parse)).OrAllOutcomes(limit)
                : throw new FormatException($"'{last}' does not end with a number of outcomes from 1 to {int.MaxValue}.");
        }

        return TieChain.By(texts.Select(TieKey.Parse));
    }
}

/// <summary>Reads and writes the chain as a JSON list of texts.</summary>
internal sealed class TieChainJsonConverter : JsonConverter<TieChain>
{
    public override TieChain Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected a list of tie keys, such as [\"highest-votes\", \"listed-order\"].");
        }

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.TokenType == JsonTokenType.String
                ? reader.GetString()!
                : throw new JsonException("Expected a tie key as text, such as \"listed-order\"."));
        }

        try
        {
            return TieChainText.Read(texts);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, TieChain value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in TieChainText.Write(value))
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}

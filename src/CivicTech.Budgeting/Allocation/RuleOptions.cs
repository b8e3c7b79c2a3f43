using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Options as JSON documents: every option is written, an unknown one is refused.</summary>
internal static class RuleOptions
{
    internal static JsonObject Write<T>(T options, JsonTypeInfo<T> type) => (JsonObject)JsonSerializer.SerializeToNode(options, type)!;

    /// <exception cref="JsonException">The document is wrong; the message says where.</exception>
    internal static T Read<T>(JsonElement document, JsonTypeInfo<T> type)
    {
        try
        {
            return document.Deserialize(type) ?? throw new JsonException("Expected a JSON object.");
        }
        catch (ArgumentException exception)
        {
            // A value that the property itself refuses.
            throw new JsonException(exception.Message, exception);
        }
    }
}

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Greedy))]
[JsonSerializable(typeof(FundInOrderOptions))]
[JsonSerializable(typeof(RankingByVotes))]
internal sealed partial class RuleOptionsContext : JsonSerializerContext;

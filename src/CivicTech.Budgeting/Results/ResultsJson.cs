using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Results;

/// <summary>The JSON that digests of results are of.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.General, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CycleResult))]
internal sealed partial class ResultsJson : JsonSerializerContext;

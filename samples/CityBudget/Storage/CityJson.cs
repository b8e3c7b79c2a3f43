using System.Text.Json.Serialization;

namespace CityBudget.Storage;

[JsonSerializable(typeof(ResidenceRow[]))]
internal sealed partial class CityJson : JsonSerializerContext;

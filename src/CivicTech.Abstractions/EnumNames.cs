using System.Text.Json;

namespace CivicTech;

/// <summary>The values of enumerations as texts of reports and receipts: <c>open-tie</c>.</summary>
internal static class EnumNames
{
    internal static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(Enum.GetName(value)!);
}

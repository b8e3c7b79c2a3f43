using System.Text.Json.Nodes;

namespace CivicTech.Receipts;

/// <summary>Texts in the bodies of receipts.</summary>
internal static class ReceiptText
{
    /// <summary>The text of a member; null when it is missing or no text.</summary>
    internal static string? AsText(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Processes.Running;

/// <summary>Documents and events of a kind of process as versioned JSON.</summary>
/// <param name="what">What they are of, for messages: <c>campaign</c>.</param>
internal sealed class StoredJsonText(string what)
{
    internal static StoredDocument Write<T>(string name, T value, Instant? due, JsonTypeInfo<Stored<T>> type) => new(name, Write(value, type), due);

    internal static byte[] Write<T>(T value, JsonTypeInfo<Stored<T>> type) => JsonSerializer.SerializeToUtf8Bytes(new Stored<T> { Value = value }, type);

    internal T Read<T>(StoredDocument document, JsonTypeInfo<Stored<T>> type) => Read(document.Name, document.Content, type);

    /// <exception cref="FormatException">It is not what this library wrote; the message names the document.</exception>
    internal T Read<T>(string name, ReadOnlyMemory<byte> json, JsonTypeInfo<Stored<T>> type)
    {
        try
        {
            var stored = JsonSerializer.Deserialize(json.Span, type) ?? throw new FormatException($"Document '{name}' of a {what} is null.");
            return stored.V == Stored<T>.Current
                ? stored.Value ?? throw new FormatException($"Document '{name}' of a {what} holds null.")
                : throw new FormatException($"Document '{name}' of a {what} has version {stored.V}; this library reads versions up to {Stored<T>.Current}.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new FormatException($"Document '{name}' of a {what} cannot be read: {exception.Message}", exception);
        }
    }
}

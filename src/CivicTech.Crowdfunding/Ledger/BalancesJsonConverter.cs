using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>
/// Writes <see cref="Balances"/> as <see cref="PostingsJsonConverter"/> writes their postings: without accounts that are zero.
/// </summary>
/// <remarks>Stateless and safe for use by several threads.</remarks>
public sealed class BalancesJsonConverter : JsonConverter<Balances>
{
    private static readonly PostingsJsonConverter Postings = new();

    /// <inheritdoc/>
    public override Balances Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Postings.Read(ref reader, typeToConvert, options));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Balances value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        Postings.Write(writer, value.Postings, options);
    }
}

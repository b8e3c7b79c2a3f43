using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>
/// Writes postings as an object of accounts, <c>{"backers":"EUR -10.00","escrow":"EUR 10.00"}</c>; the amounts of several currencies on one
/// account
/// stand in a list. Reads the same, in any order.
/// </summary>
/// <remarks>
/// An account that does not exist or stands twice, or a text that is no amount, is a <see cref="JsonException"/>. Stateless and safe for
/// use by several threads.
/// </remarks>
public sealed class PostingsJsonConverter : JsonConverter<ImmutableArray<Posting>>
{
    private static readonly MoneyJsonConverter Amounts = new();

    /// <inheritdoc/>
    public override ImmutableArray<Posting> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an object of accounts and amounts.");
        }

        var postings = ImmutableArray.CreateBuilder<Posting>();
        var met = 0UL;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (!AccountNames.TryRead(ref reader, out var account))
            {
                throw new JsonException($"'{reader.GetString()}' is not an account: expected one of {AccountNames.All}.");
            }

            if ((met & (1UL << (int)account)) != 0)
            {
                throw new JsonException($"The account '{AccountNames.Of(account)}' stands twice.");
            }

            met |= 1UL << (int)account;
            reader.Read();
            ReadAmounts(ref reader, options, account, postings);
        }

        return postings.DrainToImmutable();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableArray<Posting> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        for (var i = 0; i < value.Length; i++)
        {
            var account = value[i].Account;
            var isList = i + 1 < value.Length && value[i + 1].Account == account;
            writer.WritePropertyName(AccountNames.Encoded(account));
            if (isList) writer.WriteStartArray();
            Amounts.Write(writer, value[i].Amount, options);
            while (i + 1 < value.Length && value[i + 1].Account == account) Amounts.Write(writer, value[++i].Amount, options);
            if (isList) writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void ReadAmounts(
        ref Utf8JsonReader reader, JsonSerializerOptions options, Account account, ImmutableArray<Posting>.Builder postings)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            postings.Add(new Posting(account, Amounts.Read(ref reader, typeof(Money), options)));
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            postings.Add(new Posting(account, Amounts.Read(ref reader, typeof(Money), options)));
        }
    }
}

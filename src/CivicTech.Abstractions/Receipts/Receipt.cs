using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicTech.Receipts;

/// <summary>
/// What a computation was given and what came out, as canonical JSON (RFC 8785) with its SHA-256: anyone with the same ballots can
/// recompute it. Layout: docs/receipts.md.
/// </summary>
/// <remarks>Immutable. Two receipts with the same digest say the same.</remarks>
public sealed class Receipt
{
    private const string DigestMember = "digest";

    private readonly JsonObject _body;

    /// <summary>Seals a body.</summary>
    /// <param name="body">The members of the receipt, without <c>digest</c>. It is copied.</param>
    /// <exception cref="ArgumentException">It has a member <c>digest</c>, or cannot be written canonically.</exception>
    public Receipt(JsonObject body)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = (JsonObject)body.DeepClone();
        Digest = Digest.Of(CanonicalJson.ToBytes(_body));
        if (_body.ContainsKey(DigestMember))
        {
            throw new ArgumentException("The digest is computed, not given.", nameof(body));
        }
    }

    /// <summary>The SHA-256 of the canonical JSON of all members but <c>digest</c>.</summary>
    public Digest Digest { get; }

    /// <summary>A copy of the members, without <c>digest</c>.</summary>
    public JsonObject Body => (JsonObject)_body.DeepClone();

    /// <summary>Reads a receipt and checks that its digest is that of its content.</summary>
    /// <param name="json">As <see cref="ToJson"/> writes it; blanks and the order of members do not matter.</param>
    /// <exception cref="FormatException">It is not JSON, not an object, has no digest, or the digest is not that of the content.</exception>
    public static Receipt Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Receipt receipt;
        Digest stated;
        try
        {
            if (JsonNode.Parse(json) is not JsonObject body
                || body[DigestMember] is not JsonValue value
                || !value.TryGetValue<string>(out var text)
                || !Digest.TryParse(text, out stated))
            {
                throw new FormatException("Not a receipt: expected a JSON object with a member 'digest' such as 'sha256:…'.");
            }

            body.Remove(DigestMember);
            receipt = new Receipt(body);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"Not a receipt: {exception.Message}", exception);
        }

        return receipt.Digest == stated
            ? receipt
            : throw new FormatException($"The receipt was changed: it states {stated}, its content has {receipt.Digest}.");
    }

    /// <summary>The canonical JSON with the digest as a member.</summary>
    public string ToJson()
    {
        var sealedBody = Body;
        sealedBody[DigestMember] = Digest.ToString();
        return Encoding.UTF8.GetString(CanonicalJson.ToBytes(sealedBody));
    }

    /// <summary>The digest.</summary>
    public override string ToString() => Digest.ToString();
}

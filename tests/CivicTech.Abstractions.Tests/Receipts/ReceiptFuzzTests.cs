using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Abstractions.Tests.Ballots;
using CivicTech.Receipts;

namespace CivicTech.Abstractions.Tests.Receipts;

/// <summary>Receipts come from strangers: whatever they hold, reading them ends in a receipt or in a FormatException.</summary>
public sealed class ReceiptFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\"", "{", "}", "[", "]", ",", ":", "null", "true", "0", "-", "1e999", "0.5", "9007199254740993",
        "\\", "\\u", "\\ud800", "\\udc00", "\\u0000",
        "\"digest\":", "\"digest\":null,", "\"a\":1,\"a\":2,", "{\"a\":1,\"a\":2}", "sha256:",
        " ", "\n", "\0", "\uFEFF", "\uD800", "\uDC00", "🗳", "/*", "//", "NaN",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ];

    [Fact]
    public void Parse_MutatedReceipts_AreReadOrRefused()
    {
        var original = new Receipt(ReceiptTests.Body).ToJson();
        var random = new SeededRandom(2026);
        var read = 0;
        for (var i = 0; i < 5000; i++)
        {
            var mutated = Mutate(original, random);
            if (TryParse(mutated) is { } receipt)
            {
                read++;
                Assert.Equal(receipt.Digest, Receipt.Parse(receipt.ToJson()).Digest);
                Assert.Equal(original, receipt.ToJson());
            }
        }

        // Blanks between members change nothing.
        Assert.InRange(read, 1, 500);
    }

    [Fact]
    public void Parse_MutatedContentSealedAnew_IsReadAsItStands()
    {
        var random = new SeededRandom(2027);
        var original = new Receipt(ReceiptTests.Body);
        var body = CanonicalJson.ToText(original.Body);
        var read = 0;
        for (var i = 0; i < 5000; i++)
        {
            var mutated = Mutate(body, random);
            if (TryCanonical(mutated) is { Length: > 2 } canonical)
            {
                read++;
                var digest = Digest.Of(Encoding.UTF8.GetBytes(canonical));
                var receipt = Receipt.Parse($$"""{"digest":"{{digest}}",{{mutated[(mutated.IndexOf('{', StringComparison.Ordinal) + 1)..]}}""");

                Assert.Equal(canonical, CanonicalJson.ToText(receipt.Body));
                Assert.Equal(receipt.Digest, Receipt.Parse(receipt.ToJson()).Digest);
                Assert.Equal(receipt.Digest == original.Digest, Verification.Compare(receipt, original).Holds);
            }
        }

        Assert.InRange(read, 200, 4000);
    }

    // Null for what is no JSON object, has a digest already or cannot be canonical.
    private static string? TryCanonical(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject body && CanonicalJson.ToText(body) is var text && !body.ContainsKey("digest") ? text : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static Receipt? TryParse(string json)
    {
        try
        {
            return Receipt.Parse(json);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Mutate(string json, SeededRandom random)
    {
        var text = new StringBuilder(json);
        for (var changes = 1 + random.Below(3); changes > 0; changes--)
        {
            var at = random.Below(text.Length);
            switch (random.Below(5))
            {
                case 0:
                    text.Remove(at, Math.Min(1 + random.Below(8), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, random.Pick(Pieces));
                    break;
                case 2:
                    text[at] = (char)random.Below(0x10000);
                    break;
                case 3:
                    text[at] = (char)(text[at] ^ (1 << random.Below(7)));
                    break;
                default:
                    text.Insert(at, json.AsSpan(random.Below(json.Length / 2), random.Below(json.Length / 2)));
                    break;
            }

            text.Append(text.Length == 0 ? "{}" : "");
        }

        return text.ToString();
    }
}

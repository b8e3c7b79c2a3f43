using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Ballots;
using CivicTech.Receipts;

namespace CivicTech.Ties;

/// <summary>One link of a <see cref="TieChain"/>: what tied candidates are compared by.</summary>
/// <remarks>Immutable. The text form is what options documents and receipts hold: see <see cref="ToString"/>.</remarks>
public sealed class TieKey : IEquatable<TieKey>
{
    private const string LotPrefix = "lot:";
    private const string OrderPrefix = "order:";
    private const string HighestPrefix = "highest-";
    private const string LowestPrefix = "lowest-";

    private CandidateList? _published;

    private TieKey(TieKeyKind kind, string argument)
    {
        Kind = kind;
        Argument = argument;
    }

    /// <summary>Who is listed first in the election wins: <c>listed-order</c>.</summary>
    public static TieKey ListedOrder { get; } = new(TieKeyKind.ListedOrder, "");

    /// <summary>Whose identifier is first in ordinal (code unit) order wins: <c>identifier</c>.</summary>
    public static TieKey Identifier { get; } = new(TieKeyKind.Identifier, "");

    /// <summary>What is compared.</summary>
    public TieKeyKind Kind { get; }

    /// <summary>The name of the figure (<c>votes</c>, <c>cost</c>, …) or the seed of the lot, or the published order as a JSON list; empty for the other kinds.</summary>
    public string Argument { get; }

    /// <summary>Whether this key separates any two candidates, so that no tie is left behind it.</summary>
    public bool IsTotal => Kind is TieKeyKind.ListedOrder or TieKeyKind.Identifier or TieKeyKind.Lot;

    /// <summary>The higher figure wins: <c>highest-votes</c>.</summary>
    /// <param name="figure">A figure that the rule supplies, such as <c>votes</c>, <c>points</c> or <c>cost</c>.</param>
    /// <exception cref="ArgumentException">The name is not made of small letters and hyphens.</exception>
    public static TieKey Highest(string figure) => new(TieKeyKind.Highest, CheckFigure(figure));

    /// <summary>The lower figure wins: <c>lowest-cost</c>.</summary>
    /// <param name="figure">A figure that the rule supplies, such as <c>votes</c>, <c>points</c> or <c>cost</c>.</param>
    /// <exception cref="ArgumentException">The name is not made of small letters and hyphens.</exception>
    public static TieKey Lowest(string figure) => new(TieKeyKind.Lowest, CheckFigure(figure));

    /// <summary>
    /// A lot: the candidate whose number is lowest wins, where the number is the SHA-256 of the seed, a zero byte and the
    /// candidate's identifier (all UTF-8), read as an integer. <c>lot:SEED</c>.
    /// </summary>
    /// <remarks>
    /// The lot is drawn once for all ties of a run and anyone can recompute it. A seed that nobody could choose is made by
    /// <see cref="LotSeed"/>.
    /// </remarks>
    /// <param name="seed">Any text that is not empty.</param>
    /// <exception cref="ArgumentException">The seed is empty or holds half a surrogate pair.</exception>
    public static TieKey Lot(string seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(seed);
        return WellFormedText.Is(seed)
            ? new TieKey(TieKeyKind.Lot, seed)
            : throw new ArgumentException("The seed holds half a surrogate pair.", nameof(seed));
    }

    /// <summary>
    /// An order that was drawn by hand or agreed elsewhere, and published: who stands earlier in it wins. Those whom it does not name stand
    /// behind those whom it names, tied with each other. <c>order:["…","…"]</c>, as a JSON list without blanks.
    /// </summary>
    /// <param name="candidates">Identifiers, the winner of a tie first: at least one, each once.</param>
    /// <exception cref="ArgumentException">There is none; one is empty, stands twice, or holds half a surrogate pair.</exception>
    public static TieKey PublishedOrder(params IEnumerable<string> candidates)
    {
        // The list checks the identifiers.
        var order = new CandidateList(candidates);
        return order.Count > 0
            ? new TieKey(TieKeyKind.PublishedOrder, CanonicalJson.ToText(new JsonArray([.. order.Select(id => (JsonNode)id)])))
            : throw new ArgumentException("A published order names at least one candidate.", nameof(candidates));
    }

    /// <summary>Reads the text form.</summary>
    /// <param name="text">As <see cref="ToString"/> writes it.</param>
    /// <exception cref="FormatException">It is no tie key.</exception>
    public static TieKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "listed-order")
        {
            return ListedOrder;
        }

        if (text == "identifier")
        {
            return Identifier;
        }

        if (text.StartsWith(LotPrefix, StringComparison.Ordinal) && text.Length > LotPrefix.Length && WellFormedText.Is(text))
        {
            return Lot(text[LotPrefix.Length..]);
        }

        if (text.StartsWith(OrderPrefix, StringComparison.Ordinal))
        {
            return ParseOrder(text);
        }

        if (text.StartsWith(HighestPrefix, StringComparison.Ordinal) && IsFigure(text[HighestPrefix.Length..]))
        {
            return Highest(text[HighestPrefix.Length..]);
        }

        return text.StartsWith(LowestPrefix, StringComparison.Ordinal) && IsFigure(text[LowestPrefix.Length..])
            ? Lowest(text[LowestPrefix.Length..])
            : throw new FormatException(
                $"'{text}' is not a tie key: expected 'listed-order', 'identifier', 'highest-FIGURE', 'lowest-FIGURE', 'lot:SEED' or 'order:[\"ID\",…]'.");
    }

    /// <summary>The text form: <c>listed-order</c>, <c>identifier</c>, <c>highest-votes</c>, <c>lowest-cost</c>, <c>lot:SEED</c>, <c>order:["ID"]</c>.</summary>
    public override string ToString() => Kind switch
    {
        TieKeyKind.ListedOrder => "listed-order",
        TieKeyKind.Identifier => "identifier",
        TieKeyKind.Highest => HighestPrefix + Argument,
        TieKeyKind.Lowest => LowestPrefix + Argument,
        TieKeyKind.PublishedOrder => OrderPrefix + Argument,
        _ => LotPrefix + Argument,
    };

    /// <inheritdoc />
    public bool Equals(TieKey? other) => other is not null && Kind == other.Kind && Argument == other.Argument;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TieKey);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Argument);

    /// <summary>Whether two keys are the same.</summary>
    public static bool operator ==(TieKey? left, TieKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two keys differ.</summary>
    public static bool operator !=(TieKey? left, TieKey? right) => !(left == right);

    /// <summary>A candidate's number in the lot, as 32 bytes that compare like the integer.</summary>
    internal byte[] LotNumber(string candidate) => SHA256.HashData(Encoding.UTF8.GetBytes(Argument + '\0' + candidate));

    /// <summary>The place of a candidate in a published order, behind all others when it is not named.</summary>
    internal int PublishedPlace(string candidate)
    {
        _published ??= new CandidateList(JsonNode.Parse(Argument)!.AsArray().Select(id => (string)id!));
        var place = _published.IndexOf(candidate);
        return place >= 0 ? place : int.MaxValue;
    }

    private static TieKey ParseOrder(string text)
    {
        try
        {
            return PublishedOrder(JsonNode.Parse(text[OrderPrefix.Length..]) is JsonArray ids
                ? ids.Select(id => id is JsonValue value && value.TryGetValue<string>(out var name) ? name : throw new FormatException("An identifier is not a text."))
                : throw new FormatException("It is not a list."));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException)
        {
            throw new FormatException($"'{text}' is not a published order: expected 'order:' and a JSON list of identifiers, each once. {exception.Message}", exception);
        }
    }

    private static string CheckFigure(string figure)
    {
        ArgumentException.ThrowIfNullOrEmpty(figure);
        return IsFigure(figure)
            ? figure
            : throw new ArgumentException($"'{figure}' cannot name a figure: small letters and hyphens only.", nameof(figure));
    }

    private static bool IsFigure(string text) => text.Length > 0 && text.All(c => c is '-' or (>= 'a' and <= 'z'));
}

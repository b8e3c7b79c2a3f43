using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Ballots;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>The votes of parties or lists, or the people of districts: what seats are divided by.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class PartyVotes
{
    /// <summary>Votes in listed order.</summary>
    /// <param name="parties">The identifiers, in listed order.</param>
    /// <param name="votes">For each party its votes: zero or more, together at most 2^63 - 1.</param>
    /// <exception cref="ArgumentException">There are not as many numbers as parties, or one is negative.</exception>
    /// <exception cref="OverflowException">The sum does not fit in 64 bits.</exception>
    public PartyVotes(CandidateList parties, params IEnumerable<long> votes)
    {
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(votes);
        Parties = parties;
        Votes = [.. votes];
        if (Votes.Length != parties.Count || Votes.Any(count => count < 0))
        {
            throw new ArgumentException($"Expected a number of votes, zero or more, for each of {parties.Count} parties.", nameof(votes));
        }

        foreach (var count in Votes)
        {
            Total = checked(Total + count);
        }
    }

    /// <summary>The parties, in listed order.</summary>
    public CandidateList Parties { get; }

    /// <summary>Their votes.</summary>
    public ImmutableArray<long> Votes { get; }

    /// <summary>The votes of all parties.</summary>
    public long Total { get; }

    /// <summary>
    /// Votes that count in shares of the vote, but for no party that is listed: for independents, or blank ones where the law counts them. 0
    /// unless said otherwise.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    /// <exception cref="OverflowException">With the votes of parties it does not fit in 64 bits.</exception>
    public long OtherVotes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _ = checked(value + Total);
            field = value;
        }
    }

    /// <summary>Parties that no threshold keeps out: minorities, or winners of districts.</summary>
    /// <exception cref="ArgumentException">One is not listed, or is named twice.</exception>
    public ImmutableArray<string> Exempt
    {
        get;
        init => field = value.IsDefault ? []
            : value.All(party => party is not null && Parties.IndexOf(party) >= 0) && value.Distinct(StringComparer.Ordinal).Count() == value.Length ? value
            : throw new ArgumentException("An exempt party is not listed, or is named twice.");
    } = [];

    internal JsonObject ToJson() => new()
    {
        ["parties"] = new JsonArray([.. Parties.Select((party, i) => (JsonNode)new JsonObject { ["party"] = party, ["votes"] = Votes[i].ToString(CultureInfo.InvariantCulture) })]),
        ["otherVotes"] = OtherVotes.ToString(CultureInfo.InvariantCulture),
        ["exempt"] = new JsonArray([.. Exempt.Order(StringComparer.Ordinal).Select(party => (JsonNode)party)]),
    };
}

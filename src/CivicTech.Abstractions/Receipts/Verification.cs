using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CivicTech.Receipts;

/// <summary>What comparing a receipt with a recomputation showed.</summary>
public sealed class Verification
{
    private Verification(ImmutableArray<string> differences)
    {
        Differences = differences;
    }

    /// <summary>Whether the recomputation gives the receipt, byte for byte.</summary>
    public bool Holds => Differences.IsEmpty;

    /// <summary>Where they differ, one sentence a place; empty when the receipt holds.</summary>
    public ImmutableArray<string> Differences { get; }

    /// <summary>Compares a receipt with what recomputing gave.</summary>
    /// <param name="claimed">The receipt to be verified.</param>
    /// <param name="recomputed">The receipt of the recomputation.</param>
    public static Verification Compare(Receipt claimed, Receipt recomputed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(recomputed);
        if (claimed.Digest == recomputed.Digest)
        {
            return new Verification([]);
        }

        var differences = ImmutableArray.CreateBuilder<string>();
        Compare("", claimed.Body, recomputed.Body, differences);
        return new Verification(differences.ToImmutable());
    }

    /// <summary>"The receipt holds." or the differences, one a line.</summary>
    public override string ToString() => Holds ? "The receipt holds." : string.Join('\n', Differences);

    private static void Compare(string path, JsonNode? claimed, JsonNode? recomputed, ImmutableArray<string>.Builder differences)
    {
        if (claimed is JsonObject one && recomputed is JsonObject other)
        {
            foreach (var name in one.Select(member => member.Key).Union(other.Select(member => member.Key)).Order(StringComparer.Ordinal))
            {
                var place = path.Length == 0 ? name : $"{path}.{name}";
                var isClaimed = one.TryGetPropertyValue(name, out var claimedMember);
                var isRecomputed = other.TryGetPropertyValue(name, out var recomputedMember);
                if (isClaimed && isRecomputed)
                {
                    Compare(place, claimedMember, recomputedMember, differences);
                }
                else
                {
                    // A member that is null is not the same as none.
                    differences.Add(Sentence(
                        place,
                        isClaimed ? CanonicalJson.ToText(claimedMember) : "nothing",
                        isRecomputed ? CanonicalJson.ToText(recomputedMember) : "nothing"));
                }
            }

            return;
        }

        // The same texts that the digests are of, so that nothing is equal here that is not there.
        var (claimedText, recomputedText) = (CanonicalJson.ToText(claimed), CanonicalJson.ToText(recomputed));
        if (claimedText != recomputedText)
        {
            differences.Add(Sentence(path, claimedText, recomputedText));
        }
    }

    private static string Sentence(string place, string claimed, string recomputed) =>
        $"{place}: the receipt states {claimed}, recomputing gives {recomputed}.";
}

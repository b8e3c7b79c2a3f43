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
                Compare(path.Length == 0 ? name : $"{path}.{name}", one[name], other[name], differences);
            }
        }
        else if (!JsonNode.DeepEquals(claimed, recomputed))
        {
            differences.Add($"{path}: the receipt states {Text(claimed)}, recomputing gives {Text(recomputed)}.");
        }
    }

    private static string Text(JsonNode? node) => node is null ? "nothing" : CanonicalJson.ToText(node);
}

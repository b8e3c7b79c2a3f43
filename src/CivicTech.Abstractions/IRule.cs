using System.Text.Json.Nodes;

namespace CivicTech;

/// <summary>A computation of the registry: an immutable value that carries its options.</summary>
/// <remarks>A rule is pure: the same input gives the same outcome on every machine, culture and thread count.</remarks>
public interface IRule
{
    /// <summary>Name and version, such as <c>greedy@1</c>. A change of any outcome is a new version.</summary>
    string Id { get; }

    /// <summary>
    /// The options as the document that the registry makes an equal rule from: every option explicit, defaults too.
    /// Stands in receipts.
    /// </summary>
    JsonObject DescribeOptions();
}

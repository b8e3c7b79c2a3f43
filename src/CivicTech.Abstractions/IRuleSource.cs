namespace CivicTech;

/// <summary>Brings rules to the registry: one a package, and one for each host that adds its own.</summary>
public interface IRuleSource
{
    /// <summary>The rules it brings.</summary>
    IEnumerable<RuleDefinition> Rules { get; }
}

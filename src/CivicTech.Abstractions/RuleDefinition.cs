using System.Text.Json;

namespace CivicTech;

/// <summary>A rule as the registry knows it: its id, what it is for, and how to make it from an options document.</summary>
public sealed class RuleDefinition
{
    private readonly Func<JsonElement, RuleRegistry, IRule> _create;

    /// <summary>Defines a host's own rule.</summary>
    /// <param name="id">
    /// <c>OWNER/NAME@VERSION</c>, such as <c>isfahan/by-district@2</c>: small letters, digits and hyphens; the version from 1. Ids without an
    /// owner are reserved for the rules of the packages.
    /// </param>
    /// <param name="ruleType">The kind of rule, such as <see cref="IRankingRule"/>.</param>
    /// <param name="summary">One sentence for people who choose a rule.</param>
    /// <param name="create">
    /// Makes the rule from its options (a JSON object) and, where it needs other rules, from the registry. For options that are wrong it
    /// throws <see cref="ArgumentException"/>, <see cref="JsonException"/>, <see cref="FormatException"/> or
    /// <see cref="KeyNotFoundException"/>; callers of the registry see an <see cref="ArgumentException"/>.
    /// </param>
    /// <exception cref="ArgumentException">The id is not of that form, or the kind of rule is not one.</exception>
    public RuleDefinition(string id, Type ruleType, string summary, Func<JsonElement, RuleRegistry, IRule> create)
        : this(id, ruleType, summary, create, isBuiltIn: false)
    {
    }

    internal RuleDefinition(string id, Type ruleType, string summary, Func<JsonElement, RuleRegistry, IRule> create, bool isBuiltIn)
    {
        ArgumentNullException.ThrowIfNull(ruleType);
        ArgumentException.ThrowIfNullOrEmpty(summary);
        ArgumentNullException.ThrowIfNull(create);
        if (!RuleId.IsValid(id, isBuiltIn))
        {
            throw new ArgumentException(
                $"'{id}' cannot name a rule: expected OWNER/NAME@VERSION of small letters, digits and hyphens, such as 'isfahan/by-district@2'; "
                + "ids without an owner are reserved.",
                nameof(id));
        }

        if (!typeof(IRule).IsAssignableFrom(ruleType))
        {
            throw new ArgumentException($"{ruleType} is not a kind of rule.", nameof(ruleType));
        }

        Id = id;
        RuleType = ruleType;
        Summary = summary;
        IsBuiltIn = isBuiltIn;
        _create = create;
    }

    /// <summary>Name and version.</summary>
    public string Id { get; }

    /// <summary>The kind of rule.</summary>
    public Type RuleType { get; }

    /// <summary>One sentence for people who choose a rule.</summary>
    public string Summary { get; }

    /// <summary>Whether it came with a package.</summary>
    public bool IsBuiltIn { get; }

    internal IRule Create(JsonElement options, RuleRegistry registry)
    {
        IRule rule;
        try
        {
            rule = _create(options, registry);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException)
        {
            throw new ArgumentException($"The options of '{Id}' are wrong: {exception.Message}", nameof(options), exception);
        }

        return RuleType.IsInstanceOfType(rule)
            ? rule
            : throw new InvalidOperationException($"'{Id}' was defined as {RuleType.Name} but made {rule?.GetType().Name ?? "nothing"}.");
    }
}

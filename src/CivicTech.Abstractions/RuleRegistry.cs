using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace CivicTech;

/// <summary>All rules that an application knows, by id. Immutable and safe to share between threads.</summary>
public sealed class RuleRegistry
{
    private readonly FrozenDictionary<string, RuleDefinition> _byId;

    /// <summary>Makes a registry; the container does it for hosts that call <c>AddCivicTech()</c>.</summary>
    /// <param name="sources">Where the rules come from.</param>
    /// <exception cref="ArgumentException">Two rules have the same id.</exception>
    public RuleRegistry(params IEnumerable<IRuleSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var byId = new Dictionary<string, RuleDefinition>(StringComparer.Ordinal);
        foreach (var definition in sources.SelectMany(source => source.Rules))
        {
            if (!byId.TryAdd(definition.Id, definition))
            {
                throw new ArgumentException($"Two rules have the id '{definition.Id}'.", nameof(sources));
            }
        }

        _byId = byId.ToFrozenDictionary(StringComparer.Ordinal);
        All = [.. byId.Values.OrderBy(definition => definition.Id, StringComparer.Ordinal)];
    }

    /// <summary>Every rule, ordered by id.</summary>
    public ImmutableArray<RuleDefinition> All { get; }

    /// <summary>The definition with an id.</summary>
    /// <param name="id">Name and version, such as <c>greedy@1</c>.</param>
    /// <exception cref="ArgumentException">There is no such rule; the message names those there are.</exception>
    public RuleDefinition this[string id]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(id);
            return _byId.TryGetValue(id, out var definition)
                ? definition
                : throw new ArgumentException($"There is no rule '{id}'; there are: {string.Join(", ", All.Select(known => known.Id))}.", nameof(id));
        }
    }

    /// <summary>Makes a rule from its id and options document.</summary>
    /// <typeparam name="TRule">The kind of rule that is expected.</typeparam>
    /// <param name="id">Name and version, such as <c>greedy@1</c>.</param>
    /// <param name="optionsJson">A JSON object that names no member twice; <c>{}</c> for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such rule, it is of another kind, or the options are wrong: the message says where.</exception>
    public TRule Create<TRule>(string id, string optionsJson)
        where TRule : IRule
    {
        ArgumentNullException.ThrowIfNull(optionsJson);
        try
        {
            // A member named twice has no certain meaning. The clone stays readable for a rule that keeps its options.
            using var document = JsonDocument.Parse(optionsJson, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Create<TRule>(id, document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The options of '{id}' are not JSON: {exception.Message}", nameof(optionsJson), exception);
        }
    }

    /// <summary>Makes a rule from its id and options document.</summary>
    /// <typeparam name="TRule">The kind of rule that is expected.</typeparam>
    /// <param name="id">Name and version, such as <c>greedy@1</c>.</param>
    /// <param name="options">A JSON object.</param>
    /// <exception cref="ArgumentException">There is no such rule, it is of another kind, or the options are wrong: the message says where.</exception>
    public TRule Create<TRule>(string id, JsonElement options)
        where TRule : IRule
    {
        var definition = this[id];
        if (!typeof(TRule).IsAssignableFrom(definition.RuleType))
        {
            throw new ArgumentException($"The rule '{id}' is of the kind {definition.RuleType.Name}; expected one of the kind {typeof(TRule).Name}.", nameof(id));
        }

        return options.ValueKind == JsonValueKind.Object
            ? (TRule)definition.Create(options, this)
            : throw new ArgumentException($"The options of '{id}' are not a JSON object.", nameof(options));
    }

    /// <summary>Makes a rule with its default options.</summary>
    /// <typeparam name="TRule">The kind of rule that is expected.</typeparam>
    /// <param name="id">Name and version, such as <c>greedy@1</c>.</param>
    /// <exception cref="ArgumentException">There is no such rule, it is of another kind, or it has options without a default.</exception>
    public TRule Create<TRule>(string id)
        where TRule : IRule => Create<TRule>(id, "{}");
}

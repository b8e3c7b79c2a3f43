using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CivicTech.Processes;

/// <summary>A reason for which a process says no: a stable code and its sentence in English, French and Persian.</summary>
public sealed partial class RefusalKind
{
    private readonly string _english;
    private readonly string _french;
    private readonly string _persian;

    /// <summary>A kind of refusal.</summary>
    /// <param name="code">Stable, kebab case: hosts compare it and translate by it.</param>
    /// <param name="english">The sentence; <c>{name}</c> stands for a piece of data.</param>
    /// <param name="french">The same with the same names.</param>
    /// <param name="persian">The same with the same names.</param>
    /// <exception cref="ArgumentException">The sentences do not name the same data, or a brace is not one of a name of letters.</exception>
    public RefusalKind(string code, string english, string french, string persian)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        (Code, _english, _french, _persian) = (code, english, french, persian);
        DataNames = NamesIn(english);
        foreach (var other in (ReadOnlySpan<string>)[french, persian])
        {
            if (!NamesIn(other).SetEquals(DataNames))
            {
                throw new ArgumentException($"The sentences of '{code}' do not name the same data: '{english}', '{other}'.", nameof(code));
            }
        }
    }

    /// <summary>Stable, kebab case, such as <c>pledge-after-deadline</c>.</summary>
    public string Code { get; }

    /// <summary>The names of the data that its sentences show, in ordinal order.</summary>
    public ImmutableSortedSet<string> DataNames { get; }

    /// <summary>A refusal of this kind.</summary>
    /// <param name="data">At least what the sentences name; more may be given for hosts.</param>
    /// <exception cref="ArgumentException">A name is missing or given twice.</exception>
    public Refusal With(params ReadOnlySpan<(string Name, string Value)> data)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
        {
            values.Add(name, value);
        }

        return DataNames.FirstOrDefault(name => !values.ContainsKey(name)) is { } missing
            ? throw new ArgumentException($"'{Code}' needs '{missing}'.", nameof(data))
            : new Refusal(this, values.ToImmutable());
    }

    /// <summary>Its code.</summary>
    public override string ToString() => Code;

    internal string Sentence(string language)
    {
        return Is("fr") ? _french : Is("fa") ? _persian : _english;

        bool Is(string tag) => language.Equals(tag, StringComparison.OrdinalIgnoreCase) || language.StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Placeholder();

    private static ImmutableSortedSet<string> NamesIn(string sentence)
    {
        ArgumentException.ThrowIfNullOrEmpty(sentence);
        if (Placeholder().Replace(sentence, "").AsSpan().ContainsAny('{', '}'))
        {
            throw new ArgumentException($"Expected a name of letters between braces: '{sentence}'.", nameof(sentence));
        }

        return Placeholder().Matches(sentence).Select(match => match.Groups[1].Value).ToImmutableSortedSet(StringComparer.Ordinal);
    }
}

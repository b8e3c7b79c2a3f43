using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>The answers to one item in one round.</summary>
public sealed class ItemAnswers
{
    /// <summary>Answers, and those of each role.</summary>
    /// <param name="all">Those of all people, each person once.</param>
    /// <param name="byRole">Those of each role; who has two roles is counted in both. A role without answers may be left out.</param>
    /// <exception cref="ArgumentException">A role has another scale.</exception>
    public ItemAnswers(AnswerCounts all, params IEnumerable<KeyValuePair<string, AnswerCounts>> byRole)
    {
        ArgumentNullException.ThrowIfNull(all);
        All = all;
        ByRole = byRole.ToImmutableSortedDictionary(StringComparer.Ordinal);
        if (ByRole.FirstOrDefault(role => role.Value.Scale != all.Scale) is { Key: { } other } found)
        {
            throw new ArgumentException($"The scale of role '{other}' is {found.Value.Scale}, expected that of all, {all.Scale}.", nameof(byRole));
        }
    }

    /// <summary>The answers of distinct people: each person counts once, whatever their roles and panels.</summary>
    public AnswerCounts All { get; }

    /// <summary>The answers of each role, roles in ordinal order.</summary>
    public ImmutableSortedDictionary<string, AnswerCounts> ByRole { get; }

    /// <summary>The answers of all.</summary>
    public override string ToString() => All.ToString();

    /// <summary>The answers of one role alone.</summary>
    internal ItemAnswers Only(string role)
    {
        var answers = ByRole.GetValueOrDefault(role) ?? AnswerCounts.Of(All.Scale);
        return new(answers, KeyValuePair.Create(role, answers));
    }
}

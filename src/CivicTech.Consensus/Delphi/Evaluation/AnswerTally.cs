using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>Counts the answers to an item, those of all and those of each role, as a criterion takes them.</summary>
internal sealed class AnswerTally
{
    private readonly RatingScale _scale;
    private readonly int[] _all;
    private readonly Dictionary<string, int[]> _roles = new(StringComparer.Ordinal);

    /// <param name="scale">What could be answered.</param>
    /// <param name="roles">Roles that are told even where nobody of them answers.</param>
    internal AnswerTally(RatingScale scale, params IEnumerable<string> roles)
    {
        _scale = scale;
        _all = new int[scale.Steps];
        foreach (var role in roles)
        {
            CountsOf(role);
        }
    }

    /// <summary>Takes the answer of a person who was not taken before.</summary>
    internal void Add(string role, int value)
    {
        var step = value - _scale.Lowest;
        _all[step]++;
        CountsOf(role)[step]++;
    }

    internal ItemAnswers ToAnswers() => new(Counted(_all), _roles.Select(role => KeyValuePair.Create(role.Key, Counted(role.Value))));

    private int[] CountsOf(string role) => CollectionsMarshal.GetValueRefOrAddDefault(_roles, role, out _) ??= new int[_scale.Steps];

    private AnswerCounts Counted(int[] counts) => AnswerCounts.FromCounts(_scale, [.. counts]);
}

using System.Collections.Immutable;
using System.Globalization;

namespace CivicTech.Consensus.Delphi.Items;

/// <summary>From all that could have been asked to what was kept, stage by stage: in = kept + removed + unaccounted, and each stage begins with what the one before kept.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record ItemFunnel
{
    /// <summary>The stages in order.</summary>
    public ImmutableArray<FunnelStage> Stages { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many the last stage kept; null before the first.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int? Kept => Stages.IsEmpty ? null : Stages[^1].Kept;

    /// <summary>How many are unaccounted for in all stages.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Unaccounted => Stages.Sum(stage => stage.Unaccounted);

    /// <summary>What does not add up: sentences that name the stage and the numbers. Empty when nothing is lost.</summary>
    public IEnumerable<string> Problems()
    {
        for (var i = 0; i < Stages.Length; i++)
        {
            foreach (var problem in Problems(Stages[i], i == 0 ? null : Stages[i - 1]))
            {
                yield return problem;
            }
        }
    }

    /// <inheritdoc />
    public bool Equals(ItemFunnel? other) => other is not null && Stages.AsSpan().SequenceEqual(other.Stages.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Stages.Length;

    internal static IEnumerable<string> Problems(FunnelStage stage, FunnelStage? before)
    {
        if (stage.In < 0 || stage.Kept < 0 || stage.Added < 0 || stage.Unaccounted < 0 || stage.Removed.Any(removal => removal.Count < 1))
        {
            yield return $"{stage.Name}: numbers are 0 or more, and 1 or more for a reason.";
            yield break;
        }

        var removed = stage.Removed.Sum(removal => (long)removal.Count);
        var named = stage.Kept + removed + stage.Unaccounted;
        if (named != stage.In)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{stage.Name}: {stage.In} came in, but {stage.Kept} kept + {removed} removed + {stage.Unaccounted} unaccounted are {named}: state the difference of {stage.In - named} as unaccounted.");
        }

        if (before is not null && (long)before.Kept + stage.Added != stage.In)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{stage.Name}: {stage.In} came in, but {before.Name} kept {before.Kept} and {stage.Added} were added.");
        }

        if (stage.Unaccounted > 0 && string.IsNullOrEmpty(stage.Explanation))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{stage.Name}: {stage.Unaccounted} are unaccounted for; say what is known of them.");
        }

        if (stage.Removed.Select(removal => removal.Reason).Distinct(StringComparer.Ordinal).Count() < stage.Removed.Length)
        {
            yield return $"{stage.Name}: a reason stands twice.";
        }
    }
}

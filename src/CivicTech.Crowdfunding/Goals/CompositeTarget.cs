using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>A target that is made of targets: <see cref="AllOf"/> or <see cref="AnyOf"/>.</summary>
public abstract record CompositeTarget : Target
{
    private protected CompositeTarget(ImmutableArray<Target> targets)
    {
        if (targets.IsDefaultOrEmpty || targets.Contains(null!))
        {
            throw new ArgumentException("A combination needs at least one target, and none that is null.", nameof(targets));
        }

        Targets = targets;
        Currency = OneCurrency.Of(targets.Select(target => target.Currency), nameof(targets));
    }

    /// <summary>The targets: at least one, in the order given, which counts for equality.</summary>
    public ImmutableArray<Target> Targets { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Currency? Currency { get; }

    /// <inheritdoc />
    public override ImmutableArray<TargetProgress> Progress(GoalTotals totals) => [.. Targets.SelectMany(target => target.Progress(totals))];

    /// <summary>Whether both combine equal targets in the same way and order.</summary>
    /// <param name="other">Another target.</param>
    public virtual bool Equals(CompositeTarget? other) => base.Equals(other) && Targets.AsSpan().SequenceEqual(other.Targets.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Targets.Aggregate(EqualityContract.GetHashCode(), HashCode.Combine);

    private protected override ImmutableArray<TargetProgress> Lacking(GoalTotals totals) =>
        [.. Targets.SelectMany(target => target.Remaining(totals))];
}

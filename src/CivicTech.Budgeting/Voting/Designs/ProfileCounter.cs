using CivicTech.Ballots;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>Feeds ballots of one design to a profile. Memory grows with distinct ballots.</summary>
internal abstract class ProfileCounter
{
    /// <summary>Adds equal ballots of some voters.</summary>
    /// <param name="candidates">Places in the list of candidates, each once.</param>
    /// <param name="values">One for each; empty where the design has none.</param>
    /// <param name="weight">How many voters, at least 1.</param>
    internal abstract void Add(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, long weight);

    internal abstract Profile Build();
}

/// <summary>For designs that choose projects.</summary>
internal sealed class ApprovalCounter(CandidateList candidates) : ProfileCounter
{
    private readonly ApprovalProfileBuilder _builder = new(candidates);

    internal override void Add(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, long weight) => _builder.Add(candidates, weight);

    internal override Profile Build() => _builder.Build();
}

/// <summary>For points.</summary>
internal sealed class CardinalCounter(CandidateList candidates) : ProfileCounter
{
    private readonly CardinalProfileBuilder _builder = new(candidates);

    internal override void Add(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, long weight) => _builder.Add(candidates, values, weight);

    internal override Profile Build() => _builder.Build();
}

/// <summary>For ranks.</summary>
internal sealed class OrdinalCounter(CandidateList candidates) : ProfileCounter
{
    private readonly OrdinalProfileBuilder _builder = new(candidates);

    internal override void Add(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, long weight) => _builder.Add(candidates, values, weight);

    internal override Profile Build() => _builder.Build();
}

/// <summary>For grades.</summary>
internal sealed class GradedCounter(CandidateList candidates, IEnumerable<string> scale) : ProfileCounter
{
    private readonly GradedProfileBuilder _builder = new(candidates, scale);

    internal override void Add(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, long weight) => _builder.Add(candidates, values, weight);

    internal override Profile Build() => _builder.Build();
}

/// <summary>For and against.</summary>
internal sealed class SignedCounter(CandidateList candidates) : ProfileCounter
{
    private readonly SignedProfileBuilder _builder = new(candidates);

    internal override void Add(ReadOnlySpan<int> candidates, ReadOnlySpan<long> values, long weight)
    {
        var sides = candidates.Length <= 128 ? stackalloc int[candidates.Length] : new int[candidates.Length];
        var favoured = 0;
        var opposed = candidates.Length;
        for (var i = 0; i < candidates.Length; i++)
        {
            sides[values[i] > 0 ? favoured++ : --opposed] = candidates[i];
        }

        _builder.Add(sides[..favoured], sides[favoured..], weight);
    }

    internal override Profile Build() => _builder.Build();
}

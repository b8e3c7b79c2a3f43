using System.Collections.Immutable;

namespace CivicTech.Budgeting.Proposals;

/// <summary>Something that a proposal is looked at for.</summary>
public sealed record AdmissibilityCriterion
{
    /// <summary>Its id, unique in the plan.</summary>
    public required string Id { get; init; }

    /// <summary>Whether a proposal that does not meet it is eliminated; otherwise it only informs.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The four of Paris: in the public interest, within the competence of the city, an investment and no running cost, from a resident.</summary>
    public static ImmutableArray<AdmissibilityCriterion> Paris { get; } =
    [
        new() { Id = "public-interest", IsRequired = true },
        new() { Id = "city-competence", IsRequired = true },
        new() { Id = "investment", IsRequired = true },
        new() { Id = "resident", IsRequired = true },
    ];
}

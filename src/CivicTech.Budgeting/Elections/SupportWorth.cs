namespace CivicTech.Budgeting.Elections;

/// <summary>What the support of a voter is measured by.</summary>
/// <param name="Kind">One of the kinds that ballots carry themselves.</param>
/// <param name="Own">A host's own measure, for <see cref="SupportKind.Own"/>.</param>
internal readonly record struct SupportWorth(SupportKind Kind, IUtility? Own = null)
{
    internal static SupportWorth Naming { get; } = new(SupportKind.Naming);
}

/// <summary>See <see cref="SupportWorth"/>.</summary>
internal enum SupportKind
{
    /// <summary>Every voter who names a project supports it alike.</summary>
    Naming,

    /// <summary>Scores of cardinal ballots, points of ranks.</summary>
    Points,

    /// <summary>How many projects a ballot ranks below.</summary>
    Borda,

    /// <summary>A host's own.</summary>
    Own,
}

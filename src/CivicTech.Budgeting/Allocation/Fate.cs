using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What became of a project, and why. One of the nested cases; <see cref="object.ToString"/> is a sentence.</summary>
public abstract record Fate
{
    private Fate()
    {
    }

    /// <summary>Whether it is funded.</summary>
    public virtual bool IsFunded => false;

    /// <summary>A stable name for data: <c>funded</c>, <c>did-not-fit</c>, …</summary>
    public abstract string Code { get; }

    /// <summary>The round of funding; 0 for a project that is not funded.</summary>
    internal virtual int FundingRound => 0;

    /// <summary>Funded within the budget.</summary>
    /// <param name="Round">The round in which it was considered, from 1.</param>
    public sealed record Funded(int Round) : Fate
    {
        /// <inheritdoc />
        public override bool IsFunded => true;

        /// <inheritdoc />
        public override string Code => "funded";

        internal override int FundingRound => Round;

        /// <inheritdoc />
        public override string ToString() => $"funded in round {Round}";
    }

    /// <summary>Funded although the money left did not cover it, because the rule tolerates that once.</summary>
    /// <param name="Round">The round in which it was considered, from 1.</param>
    /// <param name="Missing">What must come from elsewhere: its cost less the money left.</param>
    public sealed record FundedBeyondBudget(int Round, Rational Missing) : Fate
    {
        /// <inheritdoc />
        public override bool IsFunded => true;

        /// <inheritdoc />
        public override string Code => "funded-beyond-budget";

        internal override int FundingRound => Round;

        /// <inheritdoc />
        public override string ToString() => $"funded in round {Round} although {Missing} was missing: the rule tolerates it once";
    }

    /// <summary>The money left did not cover it.</summary>
    /// <param name="Round">The round in which it was considered, from 1.</param>
    /// <param name="Missing">By how much: its cost less the money left.</param>
    public sealed record DidNotFit(int Round, Rational Missing) : Fate
    {
        /// <inheritdoc />
        public override string Code => "did-not-fit";

        /// <inheritdoc />
        public override string ToString() => $"did not fit in round {Round}: {Missing} was missing";
    }

    /// <summary>The money left for one of its groups (a category, a district) did not cover it.</summary>
    /// <param name="Round">The round in which it was considered, from 1.</param>
    /// <param name="GroupKind">What the groups are: <c>category</c>, <c>district</c>, …</param>
    /// <param name="Group">The group.</param>
    /// <param name="Missing">By how much: its cost less the money left for the group.</param>
    public sealed record GroupBudgetUsedUp(int Round, string GroupKind, string Group, Rational Missing) : Fate
    {
        /// <inheritdoc />
        public override string Code => "group-budget-used-up";

        /// <inheritdoc />
        public override string ToString() => $"did not fit the budget of {GroupKind} '{Group}' in round {Round}: {Missing} was missing";
    }

    /// <summary>It has fewer votes or points than the rule demands.</summary>
    /// <param name="Missing">By how many.</param>
    /// <param name="Minimum">What the rule demands.</param>
    public sealed record BelowMinimum(Rational Missing, Rational Minimum) : Fate
    {
        /// <inheritdoc />
        public override string Code => "below-minimum";

        /// <inheritdoc />
        public override string ToString() => $"below the minimum of {Minimum} by {Missing}";
    }

    /// <summary>A project that excludes it was funded before.</summary>
    /// <param name="Round">The round in which it was considered, from 1.</param>
    /// <param name="By">The identifier of the funded project.</param>
    public sealed record Excluded(int Round, string By) : Fate
    {
        /// <inheritdoc />
        public override string Code => "excluded";

        /// <inheritdoc />
        public override string ToString() => $"excluded by {By}, which was funded before it";
    }

    /// <summary>It was withdrawn.</summary>
    public sealed record Withdrawn : Fate
    {
        /// <inheritdoc />
        public override string Code => "withdrawn";

        /// <inheritdoc />
        public override string ToString() => "withdrawn";
    }

    /// <summary>The rule had stopped at another project that did not fit.</summary>
    /// <param name="StoppedAt">The identifier of that project.</param>
    public sealed record NotReached(string StoppedAt) : Fate
    {
        /// <inheritdoc />
        public override string Code => "not-reached";

        /// <inheritdoc />
        public override string ToString() => $"not reached: the rule stopped at {StoppedAt}";
    }

    /// <summary>All places were taken.</summary>
    /// <param name="Winners">How many projects the rule funds at most.</param>
    public sealed record PlacesTaken(int Winners) : Fate
    {
        /// <inheritdoc />
        public override string Code => "places-taken";

        /// <inheritdoc />
        public override string ToString() => Winners == 1 ? "not reached: the rule funds one project" : $"not reached: the rule funds {Winners} projects";
    }

    /// <summary>No voter supports it.</summary>
    public sealed record NotSupported : Fate
    {
        /// <inheritdoc />
        public override string Code => "not-supported";

        /// <inheritdoc />
        public override string ToString() => "supported by nobody";
    }

    /// <summary>The money of its supporters did not cover it at the end.</summary>
    /// <param name="Missing">Its cost less what its supporters had at the end; not above zero if only the budget limit kept it out.</param>
    public sealed record TooLittleSupport(Rational Missing) : Fate
    {
        /// <inheritdoc />
        public override string Code => "too-little-support";

        /// <inheritdoc />
        public override string ToString() => Missing > 0
            ? $"not affordable: at the end its supporters were {ShortAmount.Of(Missing)} short"
            : "kept out by the budget limit: its supporters still had what it costs";
    }

    /// <summary>Not funded for a reason that a host's own rule has.</summary>
    /// <param name="Reason">The end of the sentence that begins with the project, such as <c>not in the district of the round</c>.</param>
    public sealed record NotFunded(string Reason) : Fate
    {
        /// <inheritdoc />
        public override string Code => "not-funded";

        /// <inheritdoc />
        public override string ToString() => Reason;
    }

    /// <summary>A tie that is not broken leaves it open.</summary>
    /// <param name="FundedIn">In how many of the listed outcomes it is funded.</param>
    /// <param name="Outcomes">How many outcomes are listed; 0 when the tie was refused.</param>
    public sealed record Open(int FundedIn, int Outcomes) : Fate
    {
        /// <inheritdoc />
        public override string Code => "open";

        /// <inheritdoc />
        public override string ToString() => Outcomes == 0 ? "open: a tie is not broken" : $"open: funded in {FundedIn} of {Outcomes} outcomes";
    }
}

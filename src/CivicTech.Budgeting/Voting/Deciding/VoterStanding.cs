using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>How a voter stands.</summary>
public sealed class VoterStanding
{
    internal VoterStanding(ImmutableArray<Refusal> refusals, ImmutableArray<AreaStanding> areas, ImmutableArray<ReleaseNotice> notices)
    {
        (Refusals, Areas, Notices) = (refusals, areas, notices);
    }

    /// <summary>Why the voter does not vote in any area; empty when the voter may.</summary>
    public ImmutableArray<Refusal> Refusals { get; }

    /// <summary>Area by area, in the order of the ballot.</summary>
    public ImmutableArray<AreaStanding> Areas { get; }

    /// <summary>What the voter has to be told: see <see cref="SeeNotices"/>.</summary>
    public ImmutableArray<ReleaseNotice> Notices { get; }
}

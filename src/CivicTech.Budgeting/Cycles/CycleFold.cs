using System.Globalization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Voting;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What each event makes of the state.</summary>
internal static class CycleFold
{
    // How long the first try of an effect may take before it is tried again; sealing a large box takes minutes.
    private static readonly Duration Patience = Duration.FromMinutes(10);

    internal static CycleState Evolve(CycleState state, CycleEvent happened) => happened switch
    {
        CyclePlanned planned => state with { PlanOrNull = planned.Plan, Head = state.Head with { Status = CycleStatus.Draft, Calendar = planned.Plan.Calendar } },
        BallotFrozen frozen => WithBallot(state, frozen.Ballot) with
        {
            Head = state.Head with
            {
                Status = CycleStatus.BallotFrozen, Edition = frozen.Ballot.Edition, Ballot = frozen.Ballot.Digest, Commitment = frozen.Commitment, PublicValue = frozen.PublicValue,
            },
        },
        BallotChanged changed => WithBallot(state, changed.Ballot) with
        {
            Head = state.Head with { Edition = changed.Ballot.Edition, Ballot = changed.Ballot.Digest, AmendmentsUnderWay = state.Head.AmendmentsUnderWay + 1 },
        },
        ProposalEvent proposal => ProposalFold.Evolve(state, proposal),
        LotRevealed revealed => ResultFold.Revealed(state, revealed),
        CountRecorded counted => ResultFold.Counted(state, counted),
        ResultCertified certified => ResultFold.Certified(state, certified),
        ResultPublished published => ResultFold.Published(state, published),
        OverrideProposed proposed => ResultFold.Proposed(state, proposed),
        OverrideConfirmed confirmed => ResultFold.Confirmed(state, confirmed),
        PaperEvent paper => PaperFold.Evolve(state, paper),
        ProjectEvent project => RealisationFold.Evolve(state, project),
        EffectRequested requested => state with { Effects = state.Effects.Set(requested.Effect.Key, requested.Effect) },
        EffectStarted started => state with { Effects = state.Effects.Set(started.Effect, state.Effects[started.Effect].Started(started.At, Patience)) },
        EffectSettled settled => Settled(state, settled.Effect),
        _ => state with { Head = HeadAfter(state.Head, happened) },
    };

    private static CycleHead HeadAfter(CycleHead head, CycleEvent happened) => happened switch
    {
        PlanPublished published => head with { Status = CycleStatus.Running, Rules = published.Rules, PublishedAt = published.At },
        StageExtended extended => head with { Calendar = WithEnd(head.Calendar!, extended) },
        VotingOpened => head with { Status = CycleStatus.Voting },
        VotingClosed closed => head with { Status = CycleStatus.Sealing, VotingClosedAt = closed.At },
        SealAsked => head with { IsSealAsked = true },
        BoxSealed closed => head with { Status = head.Status == CycleStatus.Cancelled ? CycleStatus.Cancelled : CycleStatus.Closed, Box = closed.Content },
        CycleCancelled => head with { Status = CycleStatus.Cancelled },
        CycleCompleted => head with { Status = CycleStatus.Completed },
        _ => throw new ArgumentException($"Not an event of a cycle: {happened.GetType().Name}.", nameof(happened)),
    };

    private static CycleState Settled(CycleState state, string key) => state with
    {
        Effects = state.Effects.Remove(key),
        Head = state.Effects[key].Effect is AmendBox ? state.Head with { AmendmentsUnderWay = state.Head.AmendmentsUnderWay - 1 } : state.Head,
    };

    private static CycleState WithBallot(CycleState state, OfficialBallot ballot) =>
        state with { Ballots = state.Ballots.Set(ballot.Edition.ToString(CultureInfo.InvariantCulture), ballot) };

    private static CycleCalendar WithEnd(CycleCalendar calendar, StageExtended extended) =>
        calendar with { Stages = calendar.Stages.SetItem(extended.Stage, calendar.Stages[extended.Stage] with { Ends = extended.Ends }) };
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CivicTech.Numerics;
using CivicTech.Receipts;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>Who gets how many seats, and how it came about.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class SeatAllocation
{
    private readonly Lazy<Receipt> _receipt;

    internal SeatAllocation(ISeatRule rule, TieChain ties, int seats, SeatRun run, Rational? quota)
    {
        RuleId = rule.Id;
        Options = rule.DescribeOptions();
        Votes = run.Votes;
        TotalSeats = seats;
        Quota = quota;
        Seats = [.. run.Given];
        Steps = [.. run.Steps];
        Ties = [.. run.Records];
        Excluded = [.. Enumerable.Range(0, Seats.Length).Except(run.Parties).Select(party => run.Votes.Parties[party])];
        var outcomes = SeatOutcomes.Of(run);
        (Status, OpenTie, Outcomes, IsComplete) = run.Open is null ? (TallyStatus.Decided, null, [Seats], true)
            : ties.ListsAllOutcomes ? (TallyStatus.SeveralOutcomes, run.Open, [.. outcomes.Take(ties.OutcomeLimit)], !outcomes.Skip(ties.OutcomeLimit).Any())
            : (TallyStatus.OpenTie, run.Open, ImmutableArray<ImmutableArray<int>>.Empty, true);
        _receipt = new(() => SeatReceipt.Of(this));
    }

    /// <summary>The rule, with its version.</summary>
    public string RuleId { get; }

    /// <summary>The rule's options, every one of them. A copy: changing it changes nothing else.</summary>
    public JsonObject Options => (JsonObject)field.DeepClone();

    /// <summary>What seats were divided by.</summary>
    public PartyVotes Votes { get; }

    /// <summary>How many seats were to be divided.</summary>
    public int TotalSeats { get; }

    /// <summary>How the division ended: decided, or with a tie that was left open or listed.</summary>
    public TallyStatus Status { get; }

    /// <summary>The seats of each party, in listed order; with a tie that is not broken those that are certain.</summary>
    public ImmutableArray<int> Seats { get; }

    /// <summary>The tie that is not broken; null when the division is decided.</summary>
    public SeatTie? OpenTie { get; }

    /// <summary>The divisions that a tie leads to: one when it is decided, none when a tie is open, otherwise each way in which it may fall.</summary>
    public ImmutableArray<ImmutableArray<int>> Outcomes { get; }

    /// <summary>Whether <see cref="Outcomes"/> holds every one.</summary>
    public bool IsComplete { get; }

    /// <summary>The parties without votes or below the threshold, in listed order.</summary>
    public ImmutableArray<string> Excluded { get; }

    /// <summary>The quota of rules that have one, as it was used; otherwise null.</summary>
    public Rational? Quota { get; }

    /// <summary>Every seat in the order in which it is given; the seats that an unbroken tie is about are left out.</summary>
    public ImmutableArray<SeatStep> Steps { get; }

    /// <summary>The ties that decide about a seat and how they fell; the round is the number of the step.</summary>
    public ImmutableArray<TieRecord> Ties { get; }

    /// <summary>What was given and what came out, sealed; <see cref="SeatReceipt.Verify"/> recomputes it.</summary>
    public Receipt Receipt => _receipt.Value;

    /// <summary>The seats of a party.</summary>
    /// <param name="party">Its identifier.</param>
    /// <exception cref="ArgumentException">It is not listed.</exception>
    public int SeatsOf(string party) => Seats[Votes.Parties.IndexesOf(party)[0]];
}

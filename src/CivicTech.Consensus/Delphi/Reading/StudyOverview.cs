using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>Where a study stands, in little.</summary>
public sealed class StudyOverview
{
    internal StudyOverview(DelphiState state)
    {
        (Protocol, Head) = (state.Protocol, state.Head);
    }

    /// <summary>By which rules it is run.</summary>
    public DelphiProtocol Protocol { get; }

    /// <summary>Where it stands.</summary>
    public StudyStatus Status => Head.Status;

    /// <summary>The digest of the protocol, frozen when round 1 opened; null before.</summary>
    public Digest? Frozen => Head.Protocol;

    /// <summary>The rounds so far; the last one may be scheduled only.</summary>
    public ImmutableArray<StudyRound> Rounds => Head.Rounds;

    /// <summary>How many seats are taken.</summary>
    public ImmutableArray<SeatCount> Seats => Head.Seats;

    /// <summary>How many items are open: asked in the next round or the one that is open, but for those whose panels have all stopped.</summary>
    public int OpenItems => Head.OpenItems;

    /// <summary>The panels that are asked no more, and why.</summary>
    public ImmutableArray<StoppedPanel> Stopped => Head.Stopped;

    /// <summary>The funnel up to the first round.</summary>
    public ItemFunnel Funnel => Head.Funnel;

    private StudyHead Head { get; }
}

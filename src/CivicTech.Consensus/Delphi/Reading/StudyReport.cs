using System.Collections.Immutable;
using System.Reflection;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>
/// A study in figures, for everybody: what guidelines for reports ask for and a program knows (ACCORD 2024, PLOS Medicine 21; CREDES 2017, Palliative Medicine 31; DELPHISTAR 2024). It names no
/// expert, and hides what is of fewer answers than <see cref="FeedbackPlan.SmallestCell"/>, also where that could be had by subtraction: docs/delphi.md says against whom that holds.
/// </summary>
/// <remarks>Immutable. Made from the answers in time for every answer a few times, and that of the test of each panel in each round.</remarks>
public sealed class StudyReport
{
    private readonly DelphiState _state;

    internal StudyReport(DelphiState state, ReportParts parts)
    {
        _state = state;
        Seats = parts.Seats;
        Rounds = parts.Rounds;
        Items = parts.Items;
        Funnel = parts.Funnel;
        Invited = parts.Experts.Length;
        Joined = parts.Experts.Count(expert => expert.JoinedAt is not null);
        Declined = parts.Experts.Count(expert => expert.Status is Panels.ExpertStatus.Declined);
        DroppedOut = parts.Experts.Count(expert => expert.Status is Panels.ExpertStatus.DroppedOut);
        Suggested = parts.Suggestions.Length;
        Accepted = parts.Suggestions.Count(suggestion => suggestion.Accepted is true);
    }

    /// <summary>By which rules it was run.</summary>
    public DelphiProtocol Protocol => _state.Protocol;

    /// <summary>Its digest, frozen when round 1 opened; null before.</summary>
    public Digest? Frozen => _state.Head.Protocol;

    /// <summary>When that was.</summary>
    public Instant? FrozenAt => Frozen is null ? null : _state.Head.Rounds[0].Window.Start;

    /// <summary>What a reader should know of these rules.</summary>
    public ImmutableArray<ProtocolWarning> Warnings => ProtocolWarnings.Of(Protocol);

    /// <summary>Where it stands.</summary>
    public StudyStatus Status => _state.Head.Status;

    /// <summary>How it ended.</summary>
    public StudyEnd End => Status switch
    {
        StudyStatus.Cancelled => StudyEnd.Cancelled,
        StudyStatus.Concluded => _state.Head.EndReason is null ? StudyEnd.ByRule : StudyEnd.ByFacilitator,
        _ => StudyEnd.NotYet,
    };

    /// <summary>When it ended; null before.</summary>
    public Instant? EndedAt => _state.Head.EndedAt;

    /// <summary>A reference to why a person ended it; null when its rule did.</summary>
    public string? EndReason => _state.Head.EndReason;

    /// <summary>What computed it: <c>CivicTech.Consensus 1.2.3</c>.</summary>
    public static string Software { get; } =
        $"{typeof(StudyReport).Assembly.GetName().Name} {typeof(StudyReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    /// <summary>How many permutations a test by permutations takes.</summary>
    public int Permutations => Options.Permutations;

    /// <summary>Where their generator starts: with it the p of such a test is the same on every machine.</summary>
    public ulong Seed => Options.Seed;

    /// <summary>How many people were invited; who declined and was invited again counts once.</summary>
    public int Invited { get; }

    /// <summary>How many of them said yes, also those who left later.</summary>
    public int Joined { get; }

    /// <summary>How many said no.</summary>
    public int Declined { get; }

    /// <summary>How many said yes and left.</summary>
    public int DroppedOut { get; }

    /// <summary>The seats and who was asked to take them, by panel and role in the order of the protocol.</summary>
    public ImmutableArray<RoleSeats> Seats { get; }

    /// <summary>How many items experts suggested to add or to take out.</summary>
    public int Suggested { get; }

    /// <summary>How many of those suggestions were followed.</summary>
    public int Accepted { get; }

    /// <summary>The funnel from first to last: nothing is lost in it.</summary>
    public ItemFunnel Funnel { get; }

    /// <summary>The rounds that opened.</summary>
    public ImmutableArray<RoundReport> Rounds { get; }

    /// <summary>The items, in the ordinal order of their ids.</summary>
    public ImmutableArray<ItemReport> Items { get; }

    /// <summary>
    /// What was decided by which protocol, in whole numbers and fractions, for whoever has the answers to verify with <see cref="StudyReceipt"/>. Nothing is in it that the report hides, and no
    /// digest of answers: a digest would let a reader try out what one person may have answered. Null before the protocol is frozen.
    /// </summary>
    public Receipt? Receipt => Frozen is null ? null : StudyReceipt.Of(this, null);

    private ConcordanceOptions Options => PanelTables.Options(Protocol.Missing);

    /// <summary>The report of a study in memory, such as one folded from its journal.</summary>
    /// <param name="state">A state that has all its parts.</param>
    /// <exception cref="InvalidOperationException">There is no study yet.</exception>
    /// <exception cref="CivicTech.Processes.PartsMissingException">Parts of the state are not loaded: a host asks <see cref="IDelphiStudies.ReportAsync"/>.</exception>
    public static StudyReport Of(DelphiState state) => Of(state, CancellationToken.None);

    /// <summary>The receipt with a commitment to all answers, HMAC-SHA-256 under a secret: whoever keeps both can show later that no answer was changed. Without the secret it tells nothing.</summary>
    /// <param name="secret">At least 32 random characters, kept as the answers are.</param>
    /// <exception cref="ArgumentException">The secret is shorter.</exception>
    /// <exception cref="InvalidOperationException">The protocol is not frozen yet.</exception>
    public Receipt CommittedReceipt(string secret) =>
        Frozen is null ? throw new InvalidOperationException("There is no receipt before round 1 opens.") : StudyReceipt.Of(this, AnswersCommitment.Of(_state, Rounds, secret));

    /// <summary>The report for people.</summary>
    public string ToText() => StudyReportText.Write(this);

    /// <summary>All of it as canonical JSON (RFC 8785); fractions are texts such as <c>7/3</c>, what is rounded is a text of six decimals.</summary>
    public string ToJson() => CanonicalJson.ToText(StudyReportJson.Of(this));

    /// <summary>A row for each item and round, as comma-separated values (RFC 4180); an item that was never asked has one row.</summary>
    /// <remarks>
    /// A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a carriage return) gets an apostrophe in front, which spreadsheets do not show. Fractions are rounded
    /// to six decimals; <see cref="ToJson"/> has them exact.
    /// </remarks>
    public string ToItemsCsv() => StudyReportCsv.Items(this);

    /// <summary>A row for each round and panel, as comma-separated values (RFC 4180).</summary>
    /// <remarks>Texts and fractions as in <see cref="ToItemsCsv"/>.</remarks>
    public string ToPanelsCsv() => StudyReportCsv.Panels(this);

    /// <summary>The same as <see cref="ToText"/>.</summary>
    public override string ToString() => ToText();

    internal static StudyReport Of(DelphiState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new StudyReport(state, ReportParts.Of(state, cancellationToken));
    }
}

using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>
/// Voter files as bytes, in two pieces: the register (who voted where and how) and the ballots (what they say, what waits in
/// baskets, what was released of them, and what clerks read on cards). A database keeps each in a column; to separate voters and ballots is then to empty
/// the second column.
/// </summary>
/// <remarks>Versions 1 and 2; the second is written where there is something of the paper channel to write. Key and version of a file are columns of their own. Every version that was ever written can be read.</remarks>
public static partial class VoterFileFormat
{
    private const byte Version = 1;
    private const byte WithPaper = 2;

    private const byte Counted = 1;
    private const byte Paper = 2;
    private const byte Void = 4;
    private const byte MayReplace = 8;
    private const byte Losses = 16;
    private const byte HasCard = 32;

    private const byte HasBasket = 1;

    /// <summary>The register of a file.</summary>
    /// <param name="file">Any file.</param>
    public static byte[] WriteRegister(VoterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bytes = new ByteWriter();
        bytes.Byte(file.Ticks.IsEmpty ? Version : WithPaper);
        bytes.Number(file.Areas.Length);
        foreach (var area in file.Areas)
        {
            Write(bytes, area);
        }

        bytes.Number(file.Voids.Length);
        foreach (var entry in file.Voids)
        {
            bytes.Text(entry.By);
            bytes.Text(entry.Reason);
            bytes.Signed(entry.At.ToUnixTimeTicks());
            bytes.Byte(entry.MayVoteAgain ? (byte)1 : (byte)0);
        }

        if (!file.Ticks.IsEmpty)
        {
            WriteTicks(bytes, file.Ticks);
        }

        return bytes.ToArray();
    }

    /// <summary>The ballots of a file.</summary>
    /// <param name="file">Any file; whoever writes a file after its ballots were separated writes blank ones.</param>
    public static byte[] WriteBallots(VoterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var hasCards = !file.Entries.IsEmpty || !file.VoidCards.IsEmpty;
        var bytes = new ByteWriter();
        bytes.Byte(hasCards ? WithPaper : Version);
        bytes.Number(file.Areas.Length);
        foreach (var area in file.Areas)
        {
            bytes.Byte(area.Basket is null ? (byte)0 : HasBasket);
            bytes.Content(area.Content);
            if (area.Basket is { } basket)
            {
                bytes.Number(basket.Edition);
                bytes.Content(basket.Content);
            }
        }

        bytes.Number(file.Notices.Length);
        foreach (var notice in file.Notices)
        {
            bytes.Text(notice.Area);
            bytes.Number(notice.Edition);
            bytes.Byte(notice.IsWhole ? (byte)1 : (byte)0);
            bytes.Number(notice.Projects.Length);
            foreach (var project in notice.Projects)
            {
                bytes.Text(project);
            }
        }

        if (hasCards)
        {
            WriteCards(bytes, file);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="key">Whose it is.</param>
    /// <param name="version">Its version, 0 or more.</param>
    /// <param name="register">As <see cref="WriteRegister"/> wrote it.</param>
    /// <param name="ballots">As <see cref="WriteBallots"/> wrote it; none once voters and ballots are separated.</param>
    /// <exception cref="FormatException">The bytes are not such a file; the message names piece and byte, and says what was expected.</exception>
    public static VoterFile Read(VoterKey key, int version, ReadOnlySpan<byte> register, ReadOnlySpan<byte> ballots)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        var reader = new ByteReader("register of a voter file", register);
        var hasTicks = reader.Version(WithPaper) == WithPaper;
        var areas = ImmutableArray.CreateBuilder<AreaFile>(reader.Count());
        for (var left = areas.Capacity; left > 0; left--)
        {
            var area = ReadArea(ref reader);
            if (areas.Count > 0 && string.CompareOrdinal(areas[^1].Area, area.Area) >= 0)
            {
                throw reader.Broken("areas in the order of their ids");
            }

            areas.Add(area);
        }

        var voids = ImmutableArray.CreateBuilder<VoidEntry>(reader.Count());
        while (voids.Count < voids.Capacity)
        {
            voids.Add(new VoidEntry { By = reader.Text(), Reason = reader.Text(), At = Instant.FromUnixTimeTicks(reader.Ticks()), MayVoteAgain = reader.Flags(1) == 1 });
        }

        var ticks = hasTicks ? ReadTicks(ref reader) : [];
        reader.End();
        var file = VoterFile.Of(key) with { Version = version, Voids = voids.MoveToImmutable(), Ticks = ticks };
        return ballots.IsEmpty ? file with { Areas = areas.MoveToImmutable() } : ReadBallots(file, ballots, areas);
    }

    private static void Write(ByteWriter bytes, AreaFile area)
    {
        var hasLosses = area.Replaced + area.Withdrawn + area.Voided + area.Released > 0;
        bytes.Text(area.Area);
        bytes.Byte((byte)((area.IsCounted ? Counted : 0) | (area.Channel == VotingChannel.Paper ? Paper : 0) | (area.IsVoid ? Void : 0) | (area.MayReplace ? MayReplace : 0)
            | (hasLosses ? Losses : 0) | (area.Card is null ? 0 : HasCard)));
        bytes.Tracker(area.Tracker);
        bytes.Signed(area.Ticks);
        bytes.Number(area.Edition);
        if (area.Card is { } card)
        {
            bytes.Text(card);
        }

        if (hasLosses)
        {
            bytes.Number(area.Replaced);
            bytes.Number(area.Withdrawn);
            bytes.Number(area.Voided);
            bytes.Number(area.Released);
        }
    }

    private static AreaFile ReadArea(ref ByteReader reader)
    {
        var area = reader.Text();
        var flags = reader.Flags(Counted | Paper | Void | MayReplace | Losses | HasCard);
        var file = new AreaFile(area)
        {
            IsCounted = (flags & Counted) != 0,
            Channel = (flags & Paper) != 0 ? VotingChannel.Paper : VotingChannel.Online,
            IsVoid = (flags & Void) != 0,
            MayReplace = (flags & MayReplace) != 0,
            Tracker = reader.Tracker(),
            Ticks = reader.Ticks(),
            Edition = reader.Number(),
            Card = (flags & HasCard) != 0 ? reader.Text() : null,
        };
        return (flags & Losses) == 0
            ? file
            : file with { Replaced = reader.Number(), Withdrawn = reader.Number(), Voided = reader.Number(), Released = reader.Number() };
    }

    private static VoterFile ReadBallots(VoterFile file, ReadOnlySpan<byte> ballots, ImmutableArray<AreaFile>.Builder areas)
    {
        var reader = new ByteReader("ballots of a voter file", ballots);
        var hasCards = reader.Version(WithPaper) == WithPaper;
        if (reader.Count() != areas.Count)
        {
            throw reader.Broken($"{areas.Count} areas, as the register has");
        }

        for (var i = 0; i < areas.Count; i++)
        {
            var flags = reader.Flags(HasBasket);
            areas[i] = areas[i] with { Content = reader.Content() };
            if (flags == HasBasket)
            {
                var edition = reader.Number();
                areas[i] = areas[i] with { Basket = new BasketPart(reader.Content(), edition) };
            }
        }

        var notices = ReadNotices(ref reader);
        var (entries, voidCards) = hasCards ? ReadCards(ref reader) : ([], []);
        reader.End();
        return file with { Areas = areas.MoveToImmutable(), Notices = notices, Entries = entries, VoidCards = voidCards };
    }

    private static ImmutableArray<ReleaseNotice> ReadNotices(ref ByteReader reader)
    {
        var notices = ImmutableArray.CreateBuilder<ReleaseNotice>(reader.Count());
        while (notices.Count < notices.Capacity)
        {
            var (area, edition, isWhole) = (reader.Text(), reader.Number(), reader.Flags(1) == 1);
            var projects = ImmutableArray.CreateBuilder<string>(reader.Count());
            while (projects.Count < projects.Capacity)
            {
                projects.Add(reader.Text());
            }

            notices.Add(new ReleaseNotice(area, edition, isWhole, projects.MoveToImmutable()));
        }

        return notices.MoveToImmutable();
    }
}

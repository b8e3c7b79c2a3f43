using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Files;

// The paper channel: ticks stand in the register, what clerks read on cards among the ballots.
public static partial class VoterFileFormat
{
    private const byte HasVoter = 1;
    private const byte Signed = 2;
    private const byte IdentityChecked = 4;
    private const byte Unreadable = 8;

    private const byte HasArea = 1;
    private const byte TakenBack = 2;
    private const byte HasValue = 1;

    private static void WriteTicks(ByteWriter bytes, ImmutableArray<StationTick> ticks)
    {
        bytes.Number(ticks.Length);
        foreach (var tick in ticks)
        {
            bytes.Text(tick.Station);
            bytes.Byte((byte)((tick.Area is null ? 0 : HasArea) | (tick.Stands ? 0 : TakenBack)));
            if (tick.Area is { } area)
            {
                bytes.Text(area);
            }

            bytes.Signed(tick.At.ToUnixTimeTicks());
            bytes.Text(tick.By);
            if (tick.Correction is { } correction)
            {
                bytes.Text(correction.By);
                bytes.Text(correction.Reason);
                bytes.Signed(correction.At.ToUnixTimeTicks());
            }
        }
    }

    private static ImmutableArray<StationTick> ReadTicks(ref ByteReader reader)
    {
        var ticks = ImmutableArray.CreateBuilder<StationTick>(reader.Some("ticks"));
        while (ticks.Count < ticks.Capacity)
        {
            var station = reader.Text();
            var flags = reader.Flags(HasArea | TakenBack);
            ticks.Add(new StationTick
            {
                Station = station,
                Area = (flags & HasArea) != 0 ? reader.Text() : null,
                At = Instant.FromUnixTimeTicks(reader.Ticks()),
                By = reader.Text(),
                Correction = (flags & TakenBack) != 0 ? new TickCorrection { By = reader.Text(), Reason = reader.Text(), At = Instant.FromUnixTimeTicks(reader.Ticks()) } : null,
            });
        }

        return ticks.MoveToImmutable();
    }

    private static void WriteCards(ByteWriter bytes, VoterFile file)
    {
        bytes.Number(file.Entries.Length);
        foreach (var entry in file.Entries)
        {
            Write(bytes, entry);
        }

        bytes.Number(file.VoidCards.Length);
        foreach (var card in file.VoidCards)
        {
            bytes.Text(card);
        }
    }

    private static (ImmutableArray<PaperEntry> Entries, ImmutableArray<string> VoidCards) ReadCards(ref ByteReader reader)
    {
        var entries = ImmutableArray.CreateBuilder<PaperEntry>(reader.Count());
        while (entries.Count < entries.Capacity)
        {
            entries.Add(ReadEntry(ref reader));
        }

        var voids = ImmutableArray.CreateBuilder<string>(entries.Count == 0 ? reader.Some("cards") : reader.Count());
        while (voids.Count < voids.Capacity)
        {
            voids.Add(reader.Text());
        }

        return (entries.MoveToImmutable(), voids.MoveToImmutable());
    }

    private static void Write(ByteWriter bytes, PaperEntry entry)
    {
        bytes.Text(entry.Clerk);
        bytes.Byte((byte)((entry.Voter is null ? 0 : HasVoter) | (entry.IsSigned ? Signed : 0) | (entry.IsIdentityChecked ? IdentityChecked : 0) | (entry.IsUnreadable ? Unreadable : 0)));
        if (entry.Voter is { } voter)
        {
            bytes.Key(voter);
        }

        bytes.Signed(entry.HandedIn.ToUnixTimeTicks());
        bytes.Number(entry.Lines.Length);
        foreach (var line in entry.Lines)
        {
            bytes.Text(line.Project);
            bytes.Byte(line.Value is null ? (byte)0 : HasValue);
            if (line.Value is { } value)
            {
                bytes.Signed(value);
            }
        }
    }

    private static PaperEntry ReadEntry(ref ByteReader reader)
    {
        var clerk = reader.Text();
        var flags = reader.Flags(HasVoter | Signed | IdentityChecked | Unreadable);
        var entry = new PaperEntry
        {
            Clerk = clerk,
            Voter = (flags & HasVoter) != 0 ? reader.Key() : null,
            HandedIn = Instant.FromUnixTimeTicks(reader.Ticks()),
            IsSigned = (flags & Signed) != 0,
            IsIdentityChecked = (flags & IdentityChecked) != 0,
            IsUnreadable = (flags & Unreadable) != 0,
        };
        var lines = ImmutableArray.CreateBuilder<BallotLine>(reader.Count());
        while (lines.Count < lines.Capacity)
        {
            lines.Add(new BallotLine { Project = reader.Text(), Value = reader.Flags(HasValue) == HasValue ? reader.Signed() : null });
        }

        return entry with { Lines = lines.MoveToImmutable() };
    }
}

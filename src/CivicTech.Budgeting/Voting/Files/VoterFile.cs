using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>All that the ballot box has of one voter.</summary>
/// <remarks>Immutable; equal when all that it says is equal. <see cref="VoterFileFormat"/> writes it as bytes.</remarks>
public sealed record VoterFile
{
    private VoterFile(VoterKey key)
    {
        Key = key;
    }

    /// <summary>Whose it is.</summary>
    public VoterKey Key { get; }

    /// <summary>How often it was changed: 0 for a file that no box has. A changed file has the next number, and a box saves it only in the place of the one before.</summary>
    public int Version { get; internal init; }

    /// <summary>What the voter did, area by area, in the ordinal order of their ids.</summary>
    public ImmutableArray<AreaFile> Areas { get; internal init; } = [];

    /// <summary>What the voter has to be told and has not seen yet, the oldest first.</summary>
    public ImmutableArray<ReleaseNotice> Notices { get; internal init; } = [];

    /// <summary>What officers declared void, the oldest first.</summary>
    public ImmutableArray<VoidEntry> Voids { get; internal init; } = [];

    /// <summary>Where the voter voted in person with a card from an urn, the oldest first; also what was taken back.</summary>
    public ImmutableArray<StationTick> Ticks { get; internal init; } = [];

    /// <summary>What clerks read on a card, the oldest first; only in the file of a card.</summary>
    internal ImmutableArray<PaperEntry> Entries { get; init; } = [];

    /// <summary>Cards that can no longer be cast into this file.</summary>
    internal ImmutableArray<string> VoidCards { get; init; } = [];

    /// <summary>The file of somebody who has not voted.</summary>
    /// <param name="key">Whose it is.</param>
    public static VoterFile Of(VoterKey key) => new(key);

    /// <inheritdoc />
    public bool Equals(VoterFile? other) => other is not null && Key == other.Key && Version == other.Version && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan())
        && Notices.AsSpan().SequenceEqual(other.Notices.AsSpan()) && Voids.AsSpan().SequenceEqual(other.Voids.AsSpan())
        && Ticks.AsSpan().SequenceEqual(other.Ticks.AsSpan()) && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan()) && VoidCards.AsSpan().SequenceEqual(other.VoidCards.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Key, Version);

    /// <summary>What the voter did in an area; null when nothing.</summary>
    /// <param name="area">The id of the area.</param>
    public AreaFile? Find(string area)
    {
        foreach (var one in Areas)
        {
            if (one.Area == area)
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Whether any ballot of the voter counts.</summary>
    public bool HasVoted
    {
        get
        {
            foreach (var one in Areas)
            {
                if (one.IsCounted)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Who voted where, and nothing of what; as a database has it whose column of ballots was emptied.</summary>
    internal VoterFile WithoutBallots() => this with { Areas = WithoutBallots(Areas), Notices = [], Entries = [], VoidCards = [] };

    /// <summary>Where the voter voted in person for an area; null when nowhere.</summary>
    internal StationTick? TickOf(string area)
    {
        foreach (var tick in Ticks)
        {
            if (tick.Covers(area))
            {
                return tick;
            }
        }

        return null;
    }

    private static ImmutableArray<AreaFile> WithoutBallots(ImmutableArray<AreaFile> areas)
    {
        var emptied = new AreaFile[areas.Length];
        for (var i = 0; i < emptied.Length; i++)
        {
            emptied[i] = areas[i].Basket is null && areas[i].Content.IsBlank ? areas[i] : areas[i] with { Content = default, Basket = null };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(emptied);
    }

    /// <summary>With what a voter did in an area.</summary>
    internal VoterFile With(AreaFile file, int version)
    {
        var place = 0;
        while (place < Areas.Length && string.CompareOrdinal(Areas[place].Area, file.Area) < 0)
        {
            place++;
        }

        var isThere = place < Areas.Length && Areas[place].Area == file.Area;
        return this with { Version = version, Areas = isThere ? Areas.SetItem(place, file) : Areas.Insert(place, file) };
    }
}

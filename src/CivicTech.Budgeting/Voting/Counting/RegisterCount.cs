using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Files;

namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>Counts who voted where and how, file by file. The sums do not depend on the order.</summary>
internal sealed class RegisterCount(VotingSheet sheet)
{
    private readonly Sums[] _areas = [.. sheet.Areas.Select(_ => new Sums())];

    internal long Voters { get; private set; }

    internal List<Tracker> Trackers { get; } = [];

    internal void Add(VoterFile file)
    {
        Voters += file.HasVoted ? 1 : 0;
        foreach (var area in file.Areas)
        {
            var sums = _areas[sheet.AreaPlaceOf(area.Area)];
            sums.Cast += area.Cast;
            sums.Counted += area.IsCounted ? 1 : 0;
            sums.Paper += area is { IsCounted: true, Channel: VotingChannel.Paper } ? 1 : 0;
            sums.Voided += area.Voided;
            sums.Replaced += area.Replaced;
            sums.Withdrawn += area.Withdrawn + area.Released;
            if (area.IsCounted)
            {
                Trackers.Add(area.Tracker);
            }
        }
    }

    /// <summary>The numbers of each area, in the order of the ballot.</summary>
    /// <param name="counted">How many ballots each area has. What the register has more was lost to a change of the ballot after the last file was read for it.</param>
    /// <param name="blank">How many of them are blank.</param>
    internal ImmutableArray<AreaCount> ToCounts(IReadOnlyList<long> counted, IReadOnlyList<long> blank) =>
    [
        .. _areas.Select((sums, place) => new AreaCount
        {
            Area = sheet.Areas[place].Id,
            Cast = sums.Cast,
            Counted = counted[place],
            Voided = sums.Voided,
            Replaced = sums.Replaced,
            Withdrawn = sums.Withdrawn + sums.Counted - counted[place],
            Paper = sums.Paper,
            Blank = blank[place],
        }),
    ];

    private sealed class Sums
    {
        internal long Cast { get; set; }

        internal long Counted { get; set; }

        internal long Voided { get; set; }

        internal long Replaced { get; set; }

        internal long Withdrawn { get; set; }

        internal long Paper { get; set; }
    }
}

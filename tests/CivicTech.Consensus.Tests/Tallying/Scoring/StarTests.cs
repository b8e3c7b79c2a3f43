using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class StarTests
{
    [Fact]
    public void Count_HighestScore_MayLoseTheRunoff()
    {
        var result = new Star().Count(Sheets.Scores("A B C", "3: 5 4 0", "5: 4 5 0", "2: 5 5 1", "1: 5 0 0"), 1);
        Lists.Equal(["B"], result.Elected);
        Assert.Equal("A:50 B:47 C:2", Text(result.Rounds[0]));
        Assert.Equal("A:4 B:5", Text(result.Rounds[1]));
        Lists.Equal([new InactiveVotes(InactiveReason.NoPreference, 2)], result.Rounds[1].Inactive);
        Assert.Equal((Rational)11, result.Rounds[1].Total);

        static string Text(TallyRound round) => string.Join(' ', round.Tallies.Select(tally => $"{tally.Candidate}:{tally.Votes}"));
    }

    [Fact]
    public void Count_TiedRunoff_GoesToTheHigherScore()
    {
        var profile = Sheets.Scores("A B", "5 0", "0 1");
        Lists.Equal(["A"], new Star().Count(profile, 1).Elected);
        Assert.Equal(TallyStatus.OpenTie, new Star { TieProtocol = StarTies.None }.Count(profile, 1).Status);
    }

    [Fact]
    public void Count_TiedRunoffAndScore_GoesToMoreHighestScores() =>
        Lists.Equal(["B"], new Star().Count(Sheets.Scores("A B", "4 1", "1 4", "3 2", "2 3", "4 3", "1 2", "0 0", "4 0", "1 5"), 1).Elected);

    [Fact]
    public void Count_ThreeTiedForTheRunoff_MostLossesGo()
    {
        // A beats B and C, B beats C.
        var result = new Star().Count(Sheets.Scores("A B C", "2 1 1", "2 4 1", "2 1 5", "2 2 2", "1 1 0"), 1);
        Lists.Equal([9, 9, 9], result.Figures[0].Values);
        Assert.Equal("Scores: A and B go to the runoff.", result.Rounds[0].Note);
        Lists.Equal(["A"], result.Elected);
    }

    [Fact]
    public void Count_SeveralSeats_IsBlocStar()
    {
        // A has the highest sum and loses every runoff.
        var profile = Sheets.Scores("A B C D", "2: 5 - - -", "5: - 2 - -", "3: - - 3 -", "4: - - - 2");
        var result = new Star().Count(profile, 3);
        Lists.Equal(["B", "C", "D"], result.Elected);
        Assert.Equal(6, result.Rounds.Length);
        Lists.Groups([["B"], ["C"], ["D"], ["A"]], result.Order.Select(group => group.AsEnumerable()));
    }

    [Fact]
    public void Count_MoreSeatsThanCandidates_ElectsEverybody() =>
        Lists.Equal(["B", "A"], new Star().Count(Sheets.Scores("A B", "1 3"), 5).Elected);

    [Fact]
    public void Rank_TieForSecondThatChangesNothing_LeavesTheWinnerAlone()
    {
        var profile = Sheets.Scores("A B C", "5 2 1", "5 1 2", "5 0 0");
        Assert.Equal("A > B=C", Sheets.Text(new Star().Rank(profile).Groups.Select(group => group.AsEnumerable())));
        var result = new Star().Count(profile, 1);
        Assert.Equal(TallyStatus.Decided, result.Status);
        Lists.Equal(["A"], result.Elected);
    }

    [Fact]
    public void Count_ScoresOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Star().Count(Sheets.Scores("A B", "6 0"), 1));
        Assert.Throws<ArgumentException>(() => new Star().Count(Sheets.Scores("A B", "-1 0"), 1));
        Assert.Throws<ArgumentException>(() => new Star().Count(Ballots.Profile("A B", "A B"), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Star { MaximumScore = 0 });
    }

    [Theory]
    [InlineData(StarTies.Official)]
    [InlineData(StarTies.PreferenceVotes)]
    [InlineData(StarTies.None)]
    public void Count_RandomScores_AreAsDefined(StarTies ties)
    {
        for (var seed = 0UL; seed < 400; seed++)
        {
            // Few ballots and scores, so that most elections have ties.
            var random = new SplitMix64(seed);
            var lines = Sheets.RandomLines(random, 5, random.Between(1, 5), 2);
            var result = new Star { MaximumScore = 2, TieProtocol = ties, Ties = TieChain.AllOutcomes }.Count(Sheets.Scores("A B C D E", lines), 1);
            Assert.Equal(new StarOracle(Sheets.Voters(lines), ties, 2).Winners([0, 1, 2, 3, 4]), result.Outcomes.Select(outcome => outcome[0][0] - 'A').Order());
        }
    }

    [Fact]
    public void Rank_RandomScores_IsPlaceForPlace()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            var lines = Sheets.RandomLines(new SplitMix64(seed), 5, 4, 3);
            var oracle = new StarOracle(Sheets.Voters(lines), StarTies.Official, 3);
            List<int> left = [0, 1, 2, 3, 4];
            var groups = new List<List<int>>();
            while (left.Count > 0)
            {
                groups.Add(left.Count == 1 ? left : [.. oracle.Winners(left)]);
                left = [.. left.Except(groups[^1])];
            }

            Assert.Equal(Sheets.Text(groups), Sheets.Text(new Star { MaximumScore = 3 }.Rank(Sheets.Scores("A B C D E", lines)).Groups.Select(group => group.AsEnumerable())));
        }
    }

    /// <summary>All who may win, by the text of the protocols, voter by voter.</summary>
    private sealed class StarOracle(List<long[]> voters, StarTies ties, int maximum)
    {
        internal SortedSet<int> Winners(IReadOnlyList<int> running)
        {
            var cut = running.Select(Sum).OrderDescending().ElementAt(1);
            List<int> above = [.. running.Where(candidate => Sum(candidate) > cut)];
            List<int> tied = [.. running.Where(candidate => Sum(candidate) == cut)];
            var winners = new SortedSet<int>();
            foreach (var others in Advance(tied, 2 - above.Count, isFirst: true))
            {
                int[] pair = [.. above, .. others];
                winners.UnionWith(Best(pair, candidate => Matches(candidate, pair), ties == StarTies.None ? _ => 0 : Sum, ties == StarTies.None ? _ => 0 : Top));
            }

            return winners;
        }

        private IEnumerable<List<int>> Advance(List<int> tied, int places, bool isFirst)
        {
            if (places == 0 || tied.Count <= places)
            {
                return [places == 0 ? [] : tied];
            }

            if (ties == StarTies.Official)
            {
                var losses = tied.ToDictionary(candidate => candidate, candidate => (long)-tied.Count(other => Prefer(other, candidate) > Prefer(candidate, other)));
                if (losses.Values.Distinct().Count() > 1)
                {
                    var least = losses.Values.Min();
                    return Split([.. tied.Where(candidate => losses[candidate] > least)], [.. tied.Where(candidate => losses[candidate] == least)], places);
                }

                var most = tied.Max(Top);
                List<int> best = [.. tied.Where(candidate => Top(candidate) == most)];
                if (best.Count <= places)
                {
                    return Split(best, [.. tied.Except(best)], places);
                }

                if (best.Count < tied.Count)
                {
                    var fewest = tied.Min(Top);
                    return Advance([.. tied.Where(candidate => Top(candidate) > fewest)], places, false);
                }
            }
            else if (ties == StarTies.PreferenceVotes && isFirst)
            {
                var keys = tied.ToDictionary(candidate => candidate, candidate => tied.Sum(other => Prefer(candidate, other)));
                var cut = keys.Values.OrderDescending().ElementAt(places - 1);
                List<int> sure = [.. tied.Where(candidate => keys[candidate] > cut)];
                List<int> next = [.. tied.Where(candidate => keys[candidate] == cut)];
                var topCut = next.Select(Top).OrderDescending().ElementAt(places - sure.Count - 1);
                sure.AddRange(next.Where(candidate => Top(candidate) > topCut));
                next = [.. next.Where(candidate => Top(candidate) == topCut)];
                return Advance(next, places - sure.Count, false).Select(others => (List<int>)[.. sure, .. others]);
            }

            return tied.SelectMany(lot => Advance([.. tied.Where(other => other != lot)], places - 1, false).Select(others => (List<int>)[lot, .. others]));
        }

        private IEnumerable<List<int>> Split(List<int> better, List<int> worse, int places) => better.Count >= places
            ? Advance(better, places, false)
            : Advance(worse, places - better.Count, false).Select(others => (List<int>)[.. better, .. others]);

        private static IEnumerable<int> Best(IEnumerable<int> among, params Func<int, long>[] figures)
        {
            foreach (var figure in figures)
            {
                var most = among.Max(figure);
                among = [.. among.Where(candidate => figure(candidate) == most)];
            }

            return among;
        }

        private long Matches(int candidate, int[] pair) => Prefer(candidate, pair.Single(other => other != candidate));

        private long Prefer(int candidate, int other) => voters.Count(voter => voter[candidate] > voter[other]);

        private long Sum(int candidate) => voters.Sum(voter => voter[candidate]);

        private long Top(int candidate) => voters.Count(voter => voter[candidate] == maximum);
    }
}

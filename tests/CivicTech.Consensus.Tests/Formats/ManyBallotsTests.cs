using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using static CivicTech.Tests.Consensus.Formats.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

/// <summary>Files with more ballots, candidates and ranks than the first tables of the readers hold, beside a count line by line.</summary>
public sealed class ManyBallotsTests
{
    // More than 512 different lines, and lines of more than 64 characters.
    [Theory]
    [InlineData(6, 4000)]
    [InlineData(45, 3000)]
    public void Blt_ManyDifferentLines_AreCountedAsTheyStand(int candidates, int lines)
    {
        var random = new SplitMix64((ulong)candidates);
        var different = Enumerable.Range(0, 1200).Select(_ => Ranking(random, candidates)).ToList();
        var expected = new OrdinalProfileBuilder(new CandidateList(Names(candidates)));
        var file = new StringBuilder(FormattableString.Invariant($"{candidates} 2\n"));
        for (var line = 0; line < lines; line++)
        {
            var ranking = different[random.Below(different.Count)];
            var weight = random.Between(1, 30);

            // As it is written plainly, with two blanks, or in a name's company: the same ballot each time.
            var written = string.Join(' ', ranking.Select(candidate => (candidate + 1).ToString(CultureInfo.InvariantCulture)));
            file.Append(random.Below(8) switch
            {
                0 => FormattableString.Invariant($"{weight}  {written} 0\n"),
                1 => FormattableString.Invariant($"{weight} {written} 0\r\n"),
                2 => FormattableString.Invariant($"{weight} {written}\n 0\n"),
                _ => FormattableString.Invariant($"{weight} {written} 0\n"),
            });
            expected.Add(ranking, weight);
        }

        file.Append("0\n").AppendJoin('\n', Names(candidates).Select(name => $"\"{name}\""));

        var contest = Blt.Read(Utf8(file.ToString())).Contest;
        var profile = expected.Build();
        Assert.True(profile.DistinctBallots > 600);
        Assert.Equal(profile.Voters, contest.Profile.Voters);
        Assert.Equal(profile.Digest, contest.Profile.Digest);
    }

    // 25 candidates with two aliases each, and skipped ranks: names are found by their bytes, ranks are kept beside the candidates.
    [Fact]
    public void RctabNormalized_ManyNamesAndBallots_AreCountedAsTheyStand()
    {
        const int Candidates = 25;
        var random = new SplitMix64(25);
        string[] names = [.. Names(Candidates)];
        var list = new JsonArray([.. names.Select((name, i) => (JsonNode)new JsonObject { ["name"] = name, ["aliases"] = new JsonArray($"#{i}", $"É{i}") })]);
        var config = RctabConfig.Read(Utf8(RctabFiles.Config(
            source: RctabFiles.Source.Replace("Write-In", "", StringComparison.Ordinal), candidates: list.ToJsonString())));
        var different = Enumerable.Range(0, 900).Select(_ => Ranking(random, Candidates)).ToList();
        var expected = new OrdinalProfileBuilder(new CandidateList(names));
        var file = new StringBuilder("Source Filepath,CVR Provider").Append(string.Concat(Enumerable.Range(1, Candidates).Select(rank => FormattableString.Invariant($",Rank {rank}")))).Append('\n');
        for (var line = 0; line < 3000; line++)
        {
            var ranking = different[random.Below(different.Count)];
            var skips = random.OneIn(3) && ranking.Length < Candidates ? random.Below(ranking.Length + 1) : ranking.Length;
            List<string> cells = [.. ranking.Select(candidate => random.Below(4) switch { 0 => $"#{candidate}", 1 => $"É{candidate}", _ => names[candidate] })];
            if (skips < ranking.Length)
            {
                cells.Insert(skips, "undervote");
            }

            file.Append("f.csv,ess,").Append(string.Join(',', cells)).Append(',', Candidates - cells.Count).Append('\n');
            expected.Add(ranking, [.. ranking.Select((_, place) => place + (place >= skips ? 2L : 1L))], 1);
        }

        var contest = RctabCvr.ReadNormalized(config, Utf8(file.ToString())).Contest;
        var profile = expected.Build();
        Assert.True(profile.DistinctBallots > 900);
        Assert.Equal(names, contest.Candidates);
        Assert.Equal(profile.Digest, contest.Profile.Digest);
    }

    [Fact]
    public void Cvotes_ManyCandidatesWithoutAList_AreAllFound()
    {
        string[] names = [.. Names(60)];
        var file = string.Concat(names.Select((name, i) => $"{name} > {names[(i + 7) % 60]}\n"));

        var contest = Cvotes.Read(Utf8(file)).Contest;

        Assert.Equal(names.Order(StringComparer.Ordinal), contest.Candidates);
        Assert.Equal(Enumerable.Repeat(2L, 60), contest.Profile.CountVoters());
    }

    private static IEnumerable<string> Names(int candidates) => Enumerable.Range(0, candidates).Select(i => $"Cand {(i * 37) % 101} of {i}");

    private static int[] Ranking(SplitMix64 random, int candidates)
    {
        int[] order = [.. Enumerable.Range(0, candidates)];
        random.Shuffle(order);
        return order[..random.Between(candidates / 2, candidates)];
    }
}

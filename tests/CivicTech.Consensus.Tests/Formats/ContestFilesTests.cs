using CivicTech.Consensus.Formats;
using static CivicTech.Tests.Consensus.Formats.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class ContestFilesTests
{
    private const string Blt = "1 1\n0\n\"A\"\n";
    private const string Ward = "1,1,\n3,1,\n\"Candidate 1\",\"A\",\"\",\n\"W\",\n";
    private const string Cvotes = "# c\n#/Candidates: A\nA\n";

    public static TheoryData<string, string, BallotFileFormat> Files() => new()
    {
        { "a.blt", Blt, BallotFileFormat.Blt },
        { "a.txt", Blt, BallotFileFormat.Blt },
        { "a.csv", Ward, BallotFileFormat.WardCsv },
        { "a", Ward, BallotFileFormat.WardCsv },
        { "a.CVOTES", Cvotes, BallotFileFormat.Cvotes },
        { "a", Cvotes, BallotFileFormat.Cvotes },
        { "a.toi", PrefLibTests.Orders, BallotFileFormat.PrefLib },
        { "a", PrefLibTests.Categories, BallotFileFormat.PrefLib },
        { "a.abc.yaml", AbcYamlTests.Instance, BallotFileFormat.AbcYaml },
        { "a.json", CdfFiles.Report(""), BallotFileFormat.CdfJson },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_KnownFormat_IsFoundByNameOrContent(string name, string file, BallotFileFormat format) =>
        Assert.Equal((format, name), (ContestFiles.Read(Utf8(file), name) is var reading ? reading.Format : default, reading.Contest.Batches[0].Source));

    [Theory]
    [InlineData("a", "?", "the file is in none of the known ballot formats")]
    [InlineData("a", "", "the file is in none of the known ballot formats")]
    [InlineData("a.csv", RctabFiles.Header, "cast vote records of RCTab are read with their configuration")]
    [InlineData("a", RctabFiles.Header, "cast vote records of RCTab are read with their configuration")]
    [InlineData("a.json", "{\"cvrFileSources\": []}", "an RCTab configuration names other files")]
    public void TryRead_NoBallots_IsSaid(string name, string file, string problem)
    {
        Assert.False(ContestFiles.TryRead(Utf8(file), name, out _, out var diagnostic));
        Assert.StartsWith(problem, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Path_ReadsConfigurationsWithTheirFiles()
    {
        using var folder = new TemporaryFolder();
        folder.Write("votes.csv", "id,p,Ada\n1,x,1\n");
        Assert.Equal(BallotFileFormat.Rctab, ContestFiles.Read(folder.Write("c_config.json", RctabFiles.Config())).Format);
        Assert.Equal(BallotFileFormat.Blt, ContestFiles.Read(folder.Write("b.blt", Blt)).Format);
    }
}

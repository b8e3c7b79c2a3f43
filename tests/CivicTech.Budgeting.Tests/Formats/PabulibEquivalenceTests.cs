using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Tests.Budgeting;

/// <summary>However an election is written down and however its bytes arrive, it is read as the same election.</summary>
public sealed class PabulibEquivalenceTests
{
    private static readonly string[] Ids = ["1", "2", "12", "p", "pp", "BO.DN.9/21", "abcdefgh", "abcdefghijklmnop", "abcdefghijklmnopq", "łódź", "10", "A-1"];

    [Theory]
    [InlineData(ProfileKind.Approval)]
    [InlineData(ProfileKind.Ordinal)]
    [InlineData(ProfileKind.Cardinal)]
    public void Read_AnyRenderingAndChunking_GivesTheExpectedDigests(ProfileKind kind)
    {
        for (var n = 0; n < 400; n++)
        {
            var random = new SplitMix64((ulong)n + 31_000_000);
            var raw = Make(kind, n);
            var expected = raw.Build();
            var file = new PbRenderer(random).Render(raw);
            foreach (var isStrict in new[] { false, true })
            {
                var options = new PabulibReadOptions { IsStrict = isStrict };
                var whole = Pabulib.Read(file, options);
                Assert.Equal("", Pb.Repairs(whole));
                Expect(expected, whole.Election);
                using var stream = new ChunkedStream(file, random, random.Pick([1, 3, 17, 400]));
                Expect(expected, Pabulib.Read(stream, options).Election);
            }

            Expect(expected, PabulibDocument.Parse(file).ReadElection(PabulibReadOptions.Strict).Election);
        }
    }

    [Theory]
    [InlineData(ProfileKind.Approval)]
    [InlineData(ProfileKind.Ordinal)]
    [InlineData(ProfileKind.Cardinal)]
    public void Read_FilesLargerThanTheBuffer_GiveTheExpectedDigests(ProfileKind kind)
    {
        for (var n = 0; n < 6; n++)
        {
            // Lines of every sort stand at every place of the buffer, also across its end.
            var random = new SplitMix64((ulong)n + 77);
            var raw = Make(kind, (10 * n) + 7);
            var many = raw with { Ballots = [.. raw.Ballots.Select(ballot => ballot with { Weight = random.Between(500, 3_000) })] };
            var expected = many.Build();
            var file = new PbRenderer(random).Render(many);
            Expect(expected, Pabulib.Read(file, PabulibReadOptions.Lenient).Election);
            using var stream = new ChunkedStream(file, random, 100_000);
            Expect(expected, Pabulib.Read(stream, PabulibReadOptions.Lenient).Election);
        }
    }

    [Theory]
    [InlineData(ProfileKind.Approval)]
    [InlineData(ProfileKind.Ordinal)]
    [InlineData(ProfileKind.Cardinal)]
    public void From_AnyElection_IsReadBackWithTheSameDigests(ProfileKind kind)
    {
        for (var n = 0; n < 200; n++)
        {
            var expected = Make(kind, n).Build();
            var read = PabulibDocument.From(expected).ReadElection(PabulibReadOptions.Lenient);
            Assert.All(read.Repairs, repair => Assert.Equal("no-meta", repair.Code));
            Expect(expected, read.Election);
        }
    }

    private static RawElection Make(ProfileKind kind, int n)
    {
        var raw = RandomElections.Make(kind, n, Ids.Length);
        var ids = Ids.ToList();
        new SplitMix64((ulong)n).Shuffle(ids);
        return raw with
        {
            Budget = 100,
            MaxBallotLength = null,
            DefaultScore = 0,
            Projects = [.. raw.Projects.Select((project, i) => new Project(ids[i], project.Cost))],
        };
    }

    private static void Expect(Election expected, Election read)
    {
        Assert.Equal(expected.Profile.Voters, read.Profile.Voters);
        Assert.Equal(expected.Profile.Digest, read.Profile.Digest);
        Assert.Equal(expected.ProjectsDigest, read.ProjectsDigest);
    }
}

using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

public sealed class SmallCellsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a:2", "")]
    [InlineData("a:1 b:1", "")]
    [InlineData("a:3", "a")]
    [InlineData("a:3 b:0", "a")]
    [InlineData("a:3 b:1", "")]
    [InlineData("a:4 b:2 c:3", "a")]
    [InlineData("a:5 b:2 c:1", "a")]
    [InlineData("a:5 b:3 c:3", "a b c")]
    [InlineData("a:9 b:4 c:3 d:2", "a b")]
    public void Shown_OfRoles_AreThoseThatAreLargeEnoughBesideALargeEnoughRest(string roles, string shown) =>
        Assert.Equal(shown, string.Join(' ', SmallCells.Shown(Roles(roles), 3).Order(StringComparer.Ordinal)));

    [Fact]
    public void Shown_OfRolesAtRandom_LeaveNoRestThatIsSmall()
    {
        var random = new SplitMix64(9);
        for (var time = 0; time < 2_000; time++)
        {
            var smallest = random.Between(3, 6);
            var roles = Enumerable.Range(0, random.Between(0, 6)).Select(role => Role($"r{role}", random.Between(0, 9))).ToList();
            var shown = SmallCells.Shown(roles, smallest);
            var rest = roles.Where(role => !shown.Contains(role.Role)).Sum(role => role.Counts.Sum());

            Assert.All(roles.Where(role => shown.Contains(role.Role)), role => Assert.True(role.Counts.Sum() >= smallest));
            Assert.True(shown.Count == 0 || rest == 0 || rest >= smallest, $"{smallest}: {string.Join(' ', roles)}");

            // No role is hidden for nothing: where all are large enough, all are shown.
            Assert.True(roles.Any(role => role.Counts.Sum() is > 0 and var size && size < smallest) || shown.Count == roles.Count(role => role.Counts.Sum() > 0));
        }
    }

    private static IEnumerable<RoleCounts> Roles(string roles) => roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(role => Role(role[..1], role[2] - '0'));

    private static RoleCounts Role(string role, int answers) => new() { Role = role, Counts = [answers / 2, answers - (answers / 2)] };
}

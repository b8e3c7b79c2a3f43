using System.Reflection;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Studies;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

public sealed class WholeStudyPropertyTests
{
    private const int Seeds = 40;
    private const int Steps = 220;

    [Fact]
    public async Task Studies_AtRandomFromThePlanToTheEnd_KeepEveryPromise()
    {
        var reached = new SortedSet<StudyStatus>();
        var (happened, refused) = (new HashSet<Type>(), new HashSet<string>());
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var walk = new RandomStudy(seed);
            try
            {
                await walk.PlayAsync(Steps);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, step {walk.Step}, {walk.Last}: {exception}");
            }

            reached.UnionWith(walk.Reached);
            happened.UnionWith(walk.Happened);
            refused.UnionWith(walk.Refused);
        }

        Assert.Equal(Enum.GetValues<StudyStatus>().Order(), reached);
        Assert.Empty(typeof(DelphiEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).Except(happened).Select(type => type.Name));
        Assert.True(refused.Count > 30, string.Join(' ', refused));
    }
}

using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>Every record of a study that is stored or sent, found by what it is made of: none loses a member on the way to JSON and back, and none is equal to another that differs in one.</summary>
public sealed class EveryMemberTests
{
    private static readonly Type[] Roots =
    [
        typeof(DelphiProtocol), typeof(DelphiCommand), typeof(DelphiEvent), typeof(StudyHead), typeof(Expert), typeof(StudyItem), typeof(Suggestion), typeof(RoundForm), typeof(AnswerSheet),
        typeof(LiveBoard), typeof(RoundSummary), typeof(StudyNotice),
    ];

    public static TheoryData<Type> Records => [.. All().OrderBy(type => type.FullName, StringComparer.Ordinal)];

    [Fact]
    public void Records_OfAStudy_AreFound() => Assert.True(All().Count() > 90, $"{All().Count()}");

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_WrittenAndRead_IsEqualAndHasTheSameHash(Type type)
    {
        foreach (var salt in new[] { 0, 1, 5 })
        {
            var one = EveryMember.Make(type, salt);
            var read = EveryMember.ReadBack(one);

            Assert.Equal(one, read);
            Assert.Equal(one.GetHashCode(), read!.GetHashCode());
            Assert.All(EveryMember.MembersOf(type), member => Assert.Equal(member.GetValue(one)!.ToString(), member.GetValue(read)!.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_WithOneMemberChanged_IsAnotherAlsoWhenRead(Type type)
    {
        var one = EveryMember.Make(type, 0);
        foreach (var (place, member) in EveryMember.MembersOf(type).Index())
        {
            // By an odd number: of yes and no too it is the other.
            var other = EveryMember.With(one, member, EveryMember.Make(member.PropertyType, place + 1));
            var same = EveryMember.With(one, member, EveryMember.Make(member.PropertyType, place));

            Assert.False(one.Equals(other), $"{type.Name}.{member.Name}");
            Assert.True(one.Equals(same), $"{type.Name}.{member.Name}");
            Assert.Equal(other, EveryMember.ReadBack(other));
        }
    }

    private static IEnumerable<Type> All()
    {
        var all = new HashSet<Type>();
        foreach (var root in Roots)
        {
            EveryMember.Collect(root, all);
        }

        return all.Where(type => !type.IsAbstract);
    }
}

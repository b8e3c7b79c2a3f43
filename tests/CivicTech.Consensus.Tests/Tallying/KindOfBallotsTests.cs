using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Tests.Consensus.Tallying.Laws;

namespace CivicTech.Tests.Consensus.Tallying;

/// <summary>Every rule on every kind of ballots: it counts them or says by name that it does not.</summary>
public sealed class KindOfBallotsTests
{
    public static TheoryData<string> Rules => [.. EveryRule.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_BallotsOfAnyKind_CountsThemOrNamesTheKind(string rule)
    {
        var row = EveryRule.Rows.Single(row => row.Name == rule);
        var signed = new SignedProfileBuilder(new CandidateList("A", "B", "C"));
        signed.Add([0], [1], 1);
        Profile[] profiles = [.. Enum.GetValues<BallotForm>().Select(form => RandomSheets.MakeMessy(new SplitMix64(3), form).ToProfile(form)), signed.Build()];
        Assert.Equal(Enum.GetValues<ProfileKind>().Order(), profiles.Select(profile => profile.Kind).Order());

        foreach (var profile in profiles)
        {
            try
            {
                Assert.NotEqual(ProfileKind.Signed, row.Rule.Count(profile, 1).Contest.Profile.Kind);
            }
            catch (ArgumentException exception)
            {
                Assert.NotEqual(row.Form, FormOf(profile.Kind));
                Assert.Contains(profile.Kind.ToString(), exception.Message, StringComparison.Ordinal);
            }
        }
    }

    private static BallotForm? FormOf(ProfileKind kind) => kind switch
    {
        ProfileKind.Ordinal => BallotForm.Ranking,
        ProfileKind.Approval => BallotForm.Approval,
        ProfileKind.Cardinal => BallotForm.Score,
        ProfileKind.Graded => BallotForm.Grade,
        _ => null,
    };
}

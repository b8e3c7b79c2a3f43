using CivicTech.Ballots;

namespace CivicTech.Budgeting.Elections;

/// <summary>How many voters are for something.</summary>
internal static class Supporters
{
    /// <summary>For each candidate, how many voters name it; where ballots are for some and against others, how many are for it. O(entries).</summary>
    internal static long[] Of(Profile profile) => profile is SignedProfile signed ? [.. signed.CountSides().Select(side => side.For)] : profile.CountVoters();
}

namespace CivicTech.Ballots;

/// <summary>What the builders check alike.</summary>
internal static class ProfileParts
{
    internal static void CheckSameCandidates(CandidateList candidates, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Candidates != candidates)
        {
            throw new ArgumentException("The profile lists other candidates, or the same in another order.", nameof(profile));
        }
    }
}

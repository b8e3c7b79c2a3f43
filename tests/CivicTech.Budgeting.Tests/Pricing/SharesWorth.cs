using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>What projects are worth in a case of <see cref="SharesCase"/>.</summary>
public enum SharesWorth
{
    Cost,
    Cardinality,
    Effort,
    Points,
    Borda,
    Own,
}

/// <summary>A host's own utility: a ballot divides its attention among what it names, and a third of the projects counts threefold.</summary>
internal sealed class DividedAttention : IUtility
{
    public string Id => "tests/divided-attention@1";

    public System.Text.Json.Nodes.JsonObject DescribeOptions() => [];

    public Rational UtilityOf(Election election, Profile profile, int ballot, int project) =>
        new(project % 3 == 0 ? 3 : 1, profile.CandidatesOf(ballot).Length);
}

using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>The voter ranks projects: ranks 1, 2, 3 and so on, one project each.</summary>
public sealed record RankingDesign : BallotDesign
{
    /// <summary>The most projects that a ballot ranks; 0 means none.</summary>
    public required int Maximum { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ProfileKind Kind => ProfileKind.Ordinal;

    internal override int? Most => Maximum;

    internal override bool HasValues => true;

    internal override (long Least, long Most) Values => (1, int.MaxValue);

    internal override ProfileCounter NewCounter(CandidateList candidates) => new OrdinalCounter(candidates);

    private protected override void CheckMore(in BallotDraft draft, ref RefusalList refusals)
    {
        var count = draft.Values.Length;
        if (!draft.IsComplete || count == 0)
        {
            return;
        }

        var seen = count <= 256 ? stackalloc bool[count] : new bool[count];
        seen.Clear();
        foreach (var rank in draft.Values)
        {
            if (rank < 1 || rank > count || seen[(int)rank - 1])
            {
                refusals.Add(VotingRefusals.RanksNotInOrder.With(("area", draft.Area), ("count", Text(count))));
                return;
            }

            seen[(int)rank - 1] = true;
        }
    }
}

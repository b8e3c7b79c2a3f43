using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes.Checks;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>The voter is in favour of some projects (1) and against others (-1), up to a number of each.</summary>
public sealed record ForAgainstDesign : BallotDesign
{
    /// <summary>The most projects that a ballot is in favour of; 0 means none.</summary>
    public required int MaximumFor { get; init; }

    /// <summary>The most projects that a ballot is against; 0 means none.</summary>
    public required int MaximumAgainst { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ProfileKind Kind => ProfileKind.Signed;

    internal override int? Most => null;

    internal override bool HasValues => true;

    internal override (long Least, long Most) Values => (-1, 1);

    internal override IEnumerable<PlanProblem> Problems()
    {
        if (MaximumFor < 0)
        {
            yield return new("maximumFor", "0 or more, where 0 means none");
        }

        if (MaximumAgainst < 0)
        {
            yield return new("maximumAgainst", "0 or more, where 0 means none");
        }

        if (Minimum < 0 || Minimum > (long)MaximumFor + MaximumAgainst)
        {
            yield return new("minimum", "0 or more, at most both maxima together");
        }
    }

    internal override ProfileCounter NewCounter(CandidateList candidates) => new SignedCounter(candidates);

    private protected override void CheckMore(in BallotDraft draft, ref RefusalList refusals)
    {
        var (favoured, opposed) = (0, 0);
        for (var i = 0; i < draft.Values.Length; i++)
        {
            if (draft.Values[i] == 0)
            {
                refusals.Add(VotingRefusals.BadValue.With(("project", draft.Ids[draft.Projects[i]]), ("least", "-1"), ("most", "1"), ("value", "0")));
            }

            favoured += draft.Values[i] == 1 ? 1 : 0;
            opposed += draft.Values[i] == -1 ? 1 : 0;
        }

        if (favoured > MaximumFor)
        {
            refusals.Add(VotingRefusals.TooManyFor.With(("area", draft.Area), ("most", Text(MaximumFor)), ("count", Text(favoured))));
        }

        if (opposed > MaximumAgainst)
        {
            refusals.Add(VotingRefusals.TooManyAgainst.With(("area", draft.Area), ("most", Text(MaximumAgainst)), ("count", Text(opposed))));
        }
    }
}

using System.Globalization;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes.Checks;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>What a ballot of an area may say.</summary>
/// <remarks>
/// The cases are <see cref="ApprovalDesign"/>, <see cref="KnapsackDesign"/>, <see cref="SpendDesign"/>, <see cref="PointsDesign"/>, <see cref="RankingDesign"/>, <see cref="GradesDesign"/> and
/// <see cref="ForAgainstDesign"/>. A maximum of 0 means none, never any number. Immutable; equal are designs that say the same. As JSON, <c>kind</c> says which design it is.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ApprovalDesign), "approval")]
[JsonDerivedType(typeof(KnapsackDesign), "knapsack")]
[JsonDerivedType(typeof(SpendDesign), "spend")]
[JsonDerivedType(typeof(PointsDesign), "points")]
[JsonDerivedType(typeof(RankingDesign), "ranking")]
[JsonDerivedType(typeof(GradesDesign), "grades")]
[JsonDerivedType(typeof(ForAgainstDesign), "for-against")]
public abstract record BallotDesign
{
    // The cases are closed: what can be stored can be read.
    private protected BallotDesign()
    {
    }

    /// <summary>The fewest projects that a ballot names; 0 where a blank ballot may be cast.</summary>
    public int Minimum { get; init; }

    /// <summary>What the profile of such ballots is.</summary>
    [JsonIgnore]
    public abstract ProfileKind Kind { get; }

    /// <summary>Whether prices and budget decide what a ballot may say.</summary>
    internal virtual bool UsesCosts => false;

    /// <summary>The most projects that a ballot names; null where other limits hold.</summary>
    internal abstract int? Most { get; }

    /// <summary>The values that may stand beside a project, both ends included.</summary>
    internal virtual (long Least, long Most) Values => (1, 1);

    /// <summary>Whether values are kept; otherwise they are all 1.</summary>
    internal virtual bool HasValues => false;

    /// <summary>What is wrong with the design, by the name of the member.</summary>
    internal virtual IEnumerable<PlanProblem> Problems()
    {
        if (Most < 0)
        {
            yield return new("maximum", "0 or more, where 0 means none");
        }

        if (Minimum < 0 || Minimum > (Most ?? int.MaxValue))
        {
            yield return new("minimum", "0 or more, at most the maximum");
        }
    }

    /// <summary>Says all that is wrong with a ballot.</summary>
    internal void Check(in BallotDraft draft, ref RefusalList refusals)
    {
        if (draft.Projects.Length > Most)
        {
            refusals.Add(VotingRefusals.TooManyProjects.With(("area", draft.Area), ("most", Text(Most.Value)), ("count", Text(draft.Projects.Length))));
        }

        if (draft.Projects.Length < Minimum && draft.IsComplete)
        {
            refusals.Add(VotingRefusals.TooFewProjects.With(("area", draft.Area), ("least", Text(Minimum)), ("count", Text(draft.Projects.Length))));
        }

        CheckValues(draft, ref refusals);
        CheckMore(draft, ref refusals);
    }

    /// <summary>Takes ballots of this design.</summary>
    internal abstract ProfileCounter NewCounter(CandidateList candidates);

    /// <summary>What the design asks for besides the number of projects and the range of each value.</summary>
    private protected virtual void CheckMore(in BallotDraft draft, ref RefusalList refusals)
    {
    }

    private protected static string Text(Int128 number) => number.ToString(CultureInfo.InvariantCulture);

    private void CheckValues(in BallotDraft draft, ref RefusalList refusals)
    {
        var (least, most) = Values;
        for (var i = 0; i < draft.Values.Length; i++)
        {
            if (draft.Values[i] < least || draft.Values[i] > most)
            {
                var value = draft.Values[i] == BallotDraft.NoValue ? "none" : Text(draft.Values[i]);
                refusals.Add(VotingRefusals.BadValue.With(("project", draft.Ids[draft.Projects[i]]), ("least", Text(least)), ("most", Text(most)), ("value", value)));
            }
        }
    }
}

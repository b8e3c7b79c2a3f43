using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What can be asked of the file of one voter. Who the voter is, is not part of it: the host knows who is signed in.</summary>
/// <remarks>Commands say how things shall be, and never turn them over: the same command again changes nothing. Immutable. As JSON, <c>kind</c> says which command it is.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SaveBasket), "save-basket")]
[JsonDerivedType(typeof(SubmitBasket), "submit-basket")]
[JsonDerivedType(typeof(CastBallot), "cast-ballot")]
[JsonDerivedType(typeof(WithdrawBallot), "withdraw-ballot")]
[JsonDerivedType(typeof(SeeNotices), "see-notices")]
[JsonDerivedType(typeof(VoidVoter), "void-voter")]
public abstract record VotingCommand
{
    private protected VotingCommand()
    {
    }

    /// <summary>Its name in refusals.</summary>
    [JsonIgnore]
    public abstract string Name { get; }
}

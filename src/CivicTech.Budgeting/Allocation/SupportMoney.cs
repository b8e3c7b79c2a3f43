using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>How close the supporters of a project that is not funded came to paying for it.</summary>
public sealed class SupportMoney
{
    internal SupportMoney(int lastAffordableRound, Rational missingThen, Rational missingAtEnd)
    {
        LastAffordableRound = lastAffordableRound;
        MissingThen = missingThen;
        MissingAtEnd = missingAtEnd;
    }

    /// <summary>The last round in which its supporters together had what it costs; 0 if they never had.</summary>
    public int LastAffordableRound { get; }

    /// <summary>
    /// What its supporters lacked in that round to be chosen: its cost less what they would have paid at the price of the project that was.
    /// Without such a round: its cost less what they had at the start. Zero if only a tie was lost.
    /// </summary>
    public Rational MissingThen { get; }

    /// <summary>Its cost less what its supporters had left at the end; negative if they had more than enough and the budget limit kept it out.</summary>
    public Rational MissingAtEnd { get; }

    /// <summary>A sentence.</summary>
    public override string ToString()
    {
        var end = MissingAtEnd > 0
            ? $"at the end its supporters had {ShortAmount.Of(MissingAtEnd)} less than it costs"
            : "at the end its supporters still had what it costs";
        return LastAffordableRound == 0
            ? $"never affordable: its supporters had {ShortAmount.Of(MissingThen)} less than it costs at the start; {end}"
            : $"last affordable in round {LastAffordableRound}, where it lacked {ShortAmount.Of(MissingThen)} at that round's price; {end}";
    }
}

using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Refusals;

// The paper channel.
public static partial class VotingRefusals
{
    /// <summary>The voter has come to a station and voted there.</summary>
    public static RefusalKind VotedAtStation { get; } = new(
        "voted-at-station",
        "You voted in {area} in person already, at the station {station}.",
        "Vous avez déjà voté en personne dans {area}, au bureau {station}.",
        "در {area} پیش‌تر حضوری در حوزهٔ {station} رأی داده‌اید.");

    /// <summary>There is no tick that could be taken back.</summary>
    public static RefusalKind NotTickedOff { get; } = new(
        "not-ticked-off",
        "The voter was not ticked off at the station {station} for such a card.",
        "L'émargement au bureau {station} pour un tel bulletin n'existe pas.",
        "این رأی‌دهنده در حوزهٔ {station} برای چنین برگه‌ای علامت نخورده است.");

    /// <summary>A clerk reads a card once.</summary>
    public static RefusalKind SecondClerkNeeded { get; } = new(
        "second-clerk-needed",
        "{clerk} has entered the card {card} already, otherwise: now somebody else must.",
        "{clerk} a déjà saisi le bulletin papier {card}, autrement : c'est à quelqu'un d'autre de le faire.",
        "{clerk} برگهٔ {card} را پیش‌تر به گونه‌ای دیگر وارد کرده است: اکنون باید کس دیگری وارد کند.");

    /// <summary>The card was declared void.</summary>
    public static RefusalKind CardVoid { get; } = new(
        "card-void",
        "The card {card} was declared void.",
        "Le bulletin papier {card} a été déclaré nul.",
        "برگهٔ {card} باطل اعلام شده است.");
}

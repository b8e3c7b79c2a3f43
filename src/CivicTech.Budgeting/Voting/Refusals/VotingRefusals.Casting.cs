using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Refusals;

// What a voter has done before.
public static partial class VotingRefusals
{
    /// <summary>This vote takes ballots in another way.</summary>
    public static RefusalKind WrongSubmission { get; } = new(
        "wrong-submission",
        "This vote takes ballots by {submission}: '{command}' is not part of it.",
        "Ce vote recueille les bulletins par {submission} : « {command} » n'en fait pas partie.",
        "این رأی‌گیری برگه‌ها را به شیوهٔ {submission} می‌گیرد: «{command}» در آن نیست.");

    /// <summary>The voter's ballot is final.</summary>
    public static RefusalKind AlreadyVoted { get; } = new(
        "already-voted",
        "You have voted in {area} already; a ballot of this vote is final.",
        "Vous avez déjà voté dans {area} ; un bulletin de ce vote est définitif.",
        "در {area} پیش‌تر رأی داده‌اید؛ برگهٔ این رأی‌گیری قطعی است.");

    /// <summary>The voter voted in two ways, and so in none.</summary>
    public static RefusalKind AreaVoid { get; } = new(
        "area-void",
        "You voted in {area} online and on paper: both ballots are void.",
        "Vous avez voté dans {area} en ligne et sur papier : les deux bulletins sont nuls.",
        "در {area} هم برخط و هم روی کاغذ رأی داده‌اید: هر دو برگه باطل‌اند.");

    /// <summary>The ballot that came another way counts.</summary>
    public static RefusalKind OtherChannelCounts { get; } = new(
        "other-channel-counts",
        "A ballot for {area} came by {channel} already, and that one counts.",
        "Un bulletin pour {area} est déjà arrivé par {channel} ; c'est lui qui compte.",
        "برگه‌ای برای {area} پیش‌تر از راه {channel} رسیده و همان شمرده می‌شود.");

    /// <summary>The paper ballot is in the box with another content.</summary>
    public static RefusalKind CardWasEntered { get; } = new(
        "card-entered",
        "The card {card} was entered already, with another content.",
        "Le bulletin papier {card} a déjà été saisi, avec un autre contenu.",
        "برگهٔ {card} پیش‌تر با محتوای دیگری وارد شده است.");

    /// <summary>Ballots cannot be taken back.</summary>
    public static RefusalKind CannotWithdraw { get; } = new(
        "cannot-withdraw",
        "The ballot for {area} cannot be taken back.",
        "Le bulletin pour {area} ne peut être retiré.",
        "برگهٔ {area} پس‌گرفتنی نیست.");

    /// <summary>There is nothing to submit.</summary>
    public static RefusalKind BasketEmpty { get; } = new(
        "basket-empty",
        "Your basket is empty: there is nothing to submit.",
        "Votre panier est vide : il n'y a rien à valider.",
        "سبد شما خالی است: چیزی برای ثبت نیست.");

    /// <summary>An id or a reference is empty, too long, or has characters that not every store keeps.</summary>
    public static RefusalKind BadReference { get; } = new(
        "bad-reference",
        "'{field}' has 1 to 200 characters, no control characters and none beyond U+FFFD.",
        "« {field} » compte de 1 à 200 caractères, sans caractère de contrôle ni au-delà de U+FFFD.",
        "«{field}» از ۱ تا ۲۰۰ نویسه دارد، بی نویسهٔ کنترلی و فراتر از U+FFFD.");
}

using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Refusals;

// Who votes, where and when.
public static partial class VotingRefusals
{
    /// <summary>The roll does not have this voter.</summary>
    public static RefusalKind NotOnRoll { get; } = new(
        "not-on-roll",
        "You are not on the electoral roll of this vote.",
        "Vous ne figurez pas sur la liste électorale de ce vote.",
        "نام شما در فهرست رأی‌دهندگان این رأی‌گیری نیست.");

    /// <summary>The roll has the voter, but nobody has verified the entry.</summary>
    public static RefusalKind NotVerified { get; } = new(
        "not-verified",
        "Your entry in the electoral roll has not been verified yet.",
        "Votre inscription sur la liste électorale n'a pas encore été vérifiée.",
        "ثبت‌نام شما در فهرست رأی‌دهندگان هنوز تأیید نشده است.");

    /// <summary>The voter was struck off the roll.</summary>
    public static RefusalKind StruckOff { get; } = new(
        "struck-off",
        "You were struck off the electoral roll: {reference}.",
        "Vous avez été radié de la liste électorale : {reference}.",
        "نام شما از فهرست رأی‌دهندگان حذف شده است: {reference}.");

    /// <summary>Below the least age on the day that counts, or of unknown age.</summary>
    public static RefusalKind TooYoung { get; } = new(
        "too-young",
        "Voters are at least {minimum} years old on {date}.",
        "Il faut avoir au moins {minimum} ans le {date} pour voter.",
        "رأی‌دهنده باید در {date} دست‌کم {minimum} سال داشته باشد.");

    /// <summary>Above the greatest age on the day that counts.</summary>
    public static RefusalKind TooOld { get; } = new(
        "too-old",
        "Voters are at most {maximum} years old on {date}.",
        "Il faut avoir au plus {maximum} ans le {date} pour voter.",
        "رأی‌دهنده باید در {date} حداکثر {maximum} سال داشته باشد.");

    /// <summary>Lived nowhere here on the day that counts.</summary>
    public static RefusalKind NotResident { get; } = new(
        "not-resident",
        "Voters live here on {date}; the roll has no residence of yours on that day.",
        "Il faut habiter ici le {date} pour voter ; la liste n'indique aucun domicile à cette date.",
        "رأی‌دهنده باید در {date} ساکن اینجا باشد؛ فهرست برای آن روز نشانی از شما ندارد.");

    /// <summary>An officer declared the voter's ballots void, for good.</summary>
    public static RefusalKind VoterVoid { get; } = new(
        "voter-void",
        "Your ballots were declared void: {reason}.",
        "Vos bulletins ont été déclarés nuls : {reason}.",
        "برگه‌های رأی شما باطل اعلام شده‌اند: {reason}.");

    /// <summary>There is no such area.</summary>
    public static RefusalKind NoSuchArea { get; } = new(
        "no-such-area",
        "There is no area {area} in this vote.",
        "Il n'y a pas de secteur {area} dans ce vote.",
        "حوزه‌ای به نام {area} در این رأی‌گیری نیست.");

    /// <summary>The voter did not live in this area on the day that counts.</summary>
    public static RefusalKind NotYourArea { get; } = new(
        "not-your-area",
        "You cannot vote in {area}: on {date} you did not live there.",
        "Vous ne pouvez pas voter dans {area} : le {date}, vous n'y habitiez pas.",
        "نمی‌توانید در {area} رأی دهید: در {date} ساکن آن نبوده‌اید.");

    /// <summary>A voter votes in one area only.</summary>
    public static RefusalKind OneAreaOnly { get; } = new(
        "one-area-only",
        "You vote in one area only, and that is {other}, not {area}.",
        "On ne vote que dans un secteur : le vôtre est {other}, et non {area}.",
        "تنها در یک حوزه می‌توان رأی داد؛ حوزهٔ شما {other} است، نه {area}.");

    /// <summary>A voter votes in one area of each group.</summary>
    public static RefusalKind OneAreaOfGroup { get; } = new(
        "one-area-of-group",
        "You vote in one area of {group}, and that is {other}, not {area}.",
        "On ne vote que dans un secteur de {group} : le vôtre est {other}, et non {area}.",
        "از گروه {group} تنها در یک حوزه می‌توان رأی داد؛ حوزهٔ شما {other} است، نه {area}.");

    /// <summary>A voter votes in one area besides the own.</summary>
    public static RefusalKind OneOtherArea { get; } = new(
        "one-other-area",
        "Besides your own area you vote in one other, and that is {other}, not {area}.",
        "Outre votre secteur, vous votez dans un seul autre : c'est {other}, et non {area}.",
        "جز حوزهٔ خود تنها در یک حوزهٔ دیگر می‌توان رأی داد؛ آن حوزه {other} است، نه {area}.");

    /// <summary>The vote has not begun, or pauses.</summary>
    public static RefusalKind NotYetOpen { get; } = new(
        "not-yet-open",
        "The vote in {area} opens at {opens}.",
        "Le vote dans {area} ouvre à {opens}.",
        "رأی‌گیری در {area} در {opens} آغاز می‌شود.");

    /// <summary>The vote is over: the instant of closing is too late.</summary>
    public static RefusalKind Closed { get; } = new(
        "voting-closed",
        "The vote in {area} closed at {closed}.",
        "Le vote dans {area} a fermé à {closed}.",
        "رأی‌گیری در {area} در {closed} پایان یافت.");

    /// <summary>No vote is prepared.</summary>
    public static RefusalKind NotOpened { get; } = new(
        "voting-not-opened",
        "There is no vote to take part in yet.",
        "Il n'y a pas encore de vote.",
        "هنوز رأی‌گیری‌ای در کار نیست.");

    /// <summary>The ballot box is sealed.</summary>
    public static RefusalKind Sealed { get; } = new(
        "box-sealed",
        "The ballot box is sealed.",
        "L'urne est scellée.",
        "صندوق رأی مهر و موم شده است.");

    /// <summary>The ballot is being changed at this moment.</summary>
    public static RefusalKind Updating { get; } = new(
        "ballot-updating",
        "The ballot is being updated: try again in a moment.",
        "Le bulletin est en cours de mise à jour : réessayez dans un instant.",
        "برگهٔ رأی در حال به‌روزرسانی است: لحظه‌ای دیگر دوباره تلاش کنید.");

    /// <summary>A paper ballot was handed in too early or too late.</summary>
    public static RefusalKind CardNotInTime { get; } = new(
        "card-not-in-time",
        "The card {card} was handed in at {handedIn}, when no vote was taken in {area}.",
        "Le bulletin papier {card} a été remis à {handedIn}, hors du vote dans {area}.",
        "برگهٔ {card} در {handedIn} تحویل شده است، هنگامی که در {area} رأی‌گیری نبود.");

    /// <summary>No interim counts.</summary>
    public static RefusalKind InterimHidden { get; } = new(
        "interim-hidden",
        "The votes are counted once the ballot box is sealed.",
        "Les votes sont comptés une fois l'urne scellée.",
        "رأی‌ها پس از مهر و موم شدن صندوق شمرده می‌شوند.");
}

using System.Collections.Immutable;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Why a cycle says no to what is asked about its result.</summary>
public static class ResultRefusals
{
    /// <summary>The plan has no lot, or nothing was committed to.</summary>
    public static RefusalKind NoLot { get; } = new(
        "no-lot",
        "Nothing was committed to before the vote: there is no lot to reveal.",
        "Aucun engagement n'a été pris avant le vote : il n'y a pas de tirage à révéler.",
        "پیش از رأی‌گیری تعهدی داده نشده است: قرعه‌ای برای آشکار کردن نیست.");

    /// <summary>The secret is not the one that was committed to.</summary>
    public static RefusalKind WrongSecret { get; } = new(
        "wrong-secret",
        "This is not the secret that was committed to before the vote: {commitment}.",
        "Ce n'est pas le secret sur lequel on s'était engagé avant le vote : {commitment}.",
        "این رازی نیست که پیش از رأی‌گیری به آن تعهد داده شد: {commitment}.");

    /// <summary>Another public value was revealed before.</summary>
    public static RefusalKind LotRevealedAlready { get; } = new(
        "lot-revealed",
        "The lot was revealed with the public value {value}; it cannot be revealed again with another.",
        "Le tirage a été révélé avec la valeur publique {value} ; il ne peut l'être à nouveau avec une autre.",
        "قرعه با مقدار عمومی {value} آشکار شده است و با مقدار دیگری دوباره آشکار نمی‌شود.");

    /// <summary>Ties may be broken by lot, and the secret was not revealed yet.</summary>
    public static RefusalKind LotHidden { get; } = new(
        "lot-hidden",
        "Ties may be broken by lot: reveal the secret and the public value before the count.",
        "Des égalités peuvent être départagées par tirage au sort : révélez le secret et la valeur publique avant le dépouillement.",
        "ممکن است تساوی با قرعه شکسته شود: پیش از شمارش، راز و مقدار عمومی را آشکار کنید.");

    /// <summary>The count is of something else than this cycle has.</summary>
    public static RefusalKind OtherInput { get; } = new(
        "other-input",
        "The count took in another {what}: {found} instead of {expected}.",
        "Le dépouillement porte sur un autre élément ({what}) : {found} au lieu de {expected}.",
        "شمارش بر پایهٔ {what} دیگری است: {found} به‌جای {expected}.");

    /// <summary>The result is not decided in an area.</summary>
    public static RefusalKind ResultOpen { get; } = new(
        "result-open",
        "In the area {area} a tie that matters is not broken.",
        "Dans le secteur {area}, une égalité décisive n'est pas départagée.",
        "در ناحیهٔ {area} تساوی تعیین‌کننده‌ای شکسته نشده است.");

    /// <summary>Another result than the one that was counted.</summary>
    public static RefusalKind OtherResult { get; } = new(
        "other-result",
        "The recorded result is {recorded}, not {given}.",
        "Le résultat enregistré est {recorded}, et non {given}.",
        "نتیجهٔ ثبت‌شده {recorded} است، نه {given}.");

    /// <summary>Somebody must answer for it.</summary>
    public static RefusalKind PersonNeeded { get; } = new(
        "person-needed",
        "'{command}' needs to know who asks.",
        "« {command} » exige de savoir qui le demande.",
        "برای «{command}» باید معلوم باشد چه کسی درخواست می‌کند.");

    /// <summary>It takes two people.</summary>
    public static RefusalKind SamePerson { get; } = new(
        "same-person",
        "An override is confirmed by another person than {person}, who proposed it.",
        "Une dérogation est confirmée par une autre personne que {person}, qui l'a proposée.",
        "تغییر دستی را باید کسی جز {person} که پیشنهادش کرده تأیید کند.");

    /// <summary>There is no such override waiting.</summary>
    public static RefusalKind NoSuchOverride { get; } = new(
        "no-such-override",
        "In the area {area} no override {number} waits for a confirmation.",
        "Dans le secteur {area}, aucune dérogation {number} n'attend de confirmation.",
        "در ناحیهٔ {area} تغییر دستی شمارهٔ {number} در انتظار تأیید نیست.");

    /// <summary>The list of winners is not one.</summary>
    public static RefusalKind BadWinner { get; } = new(
        "bad-winner",
        "{project} cannot win in the area {area}: expected projects of its ballot that were not removed, each once.",
        "{project} ne peut gagner dans le secteur {area} : attendu des projets de son bulletin, non retirés, chacun une fois.",
        "{project} نمی‌تواند در ناحیهٔ {area} برنده شود: انتظار می‌رفت پروژه‌هایی از برگهٔ رأی آن باشد که کنار گذاشته نشده‌اند، هر یک یک بار.");

    /// <summary>The list costs more than there is.</summary>
    public static RefusalKind OverBudget { get; } = new(
        "over-budget",
        "The added projects cost {cost}; {available} is there for them.",
        "Les projets ajoutés coûtent {cost} ; il y a {available} pour eux.",
        "هزینهٔ پروژه‌های افزوده {cost} است؛ برای آن‌ها {available} هست.");

    /// <summary>A project is already being realised.</summary>
    public static RefusalKind AlreadyFunded { get; } = new(
        "already-funded",
        "{project} is {status}: the council has decided on it, and an override cannot take it out any more.",
        "{project} est dans l'état {status} : le conseil s'est prononcé, une dérogation ne peut plus le retirer.",
        "{project} در وضعیت {status} است: شورا دربارهٔ آن تصمیم گرفته و تغییر دستی دیگر نمی‌تواند آن را حذف کند.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<RefusalKind> All { get; } =
    [
        NoLot, WrongSecret, LotRevealedAlready, LotHidden, OtherInput, ResultOpen, OtherResult, PersonNeeded, SamePerson, NoSuchOverride, BadWinner, OverBudget, AlreadyFunded,
    ];
}

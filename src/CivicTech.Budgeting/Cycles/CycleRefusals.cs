using CivicTech.Processes;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Why a cycle as a whole says no. Those about proposals, votes, results and funded projects stand with these.</summary>
public static class CycleRefusals
{
    /// <summary>The cycle does not take this command where it stands.</summary>
    public static RefusalKind WrongStatus { get; } = new(
        "wrong-status",
        "The cycle is {status}: it does not take {command} now.",
        "Le cycle est {status} : il n'accepte pas {command} maintenant.",
        "چرخه در وضعیت {status} است و اکنون {command} را نمی‌پذیرد.");

    /// <summary>No stage that is open now permits it; a later one will.</summary>
    public static RefusalKind NotNow { get; } = new(
        "not-now",
        "The calendar does not permit {activity} to the role {role} now; next from {next}.",
        "Le calendrier ne permet pas {activity} au rôle {role} maintenant ; prochaine ouverture : {next}.",
        "تقویم اکنون {activity} را به نقش {role} اجازه نمی‌دهد؛ نوبت بعد: {next}.");

    /// <summary>No stage permits it any more.</summary>
    public static RefusalKind NotAnyMore { get; } = new(
        "not-any-more",
        "The calendar no longer permits {activity} to the role {role}.",
        "Le calendrier ne permet plus {activity} au rôle {role}.",
        "تقویم دیگر {activity} را به نقش {role} اجازه نمی‌دهد.");

    /// <summary>The calendar permits it to others, or to nobody: never to this role.</summary>
    public static RefusalKind NotForRole { get; } = new(
        "not-for-role",
        "The role {role} may not do this: {activity}.",
        "Le rôle {role} n'y est pas autorisé : {activity}.",
        "نقش {role} اجازهٔ این کار را ندارد: {activity}.");

    /// <summary>The plan cannot be run.</summary>
    public static RefusalKind PlanInvalid { get; } = new(
        "plan-invalid",
        "'{field}': expected {expected}.",
        "« {field} » : attendu {expected}.",
        "«{field}»: انتظار می‌رفت {expected}.");

    /// <summary>There is no such stage.</summary>
    public static RefusalKind NoSuchStage { get; } = new(
        "no-such-stage",
        "The calendar has no stage {stage} for the area {area}.",
        "Le calendrier n'a pas d'étape {stage} pour le secteur {area}.",
        "تقویم مرحله‌ای به نام {stage} برای ناحیهٔ {area} ندارد.");

    /// <summary>A stage can only be made longer.</summary>
    public static RefusalKind NotLater { get; } = new(
        "not-later",
        "{ends} is not later than the present end, {present}.",
        "{ends} n'est pas postérieur à la fin actuelle, {present}.",
        "{ends} دیرتر از پایان کنونی، {present}، نیست.");

    /// <summary>The stage is over.</summary>
    public static RefusalKind StageOver { get; } = new(
        "stage-over",
        "The stage {stage} ended at {ended}.",
        "L'étape {stage} s'est terminée à {ended}.",
        "مرحلهٔ {stage} در {ended} پایان یافته است.");

    /// <summary>An id or a reference is empty, too long, or has characters that not every store keeps.</summary>
    public static RefusalKind BadReference { get; } = new(
        "bad-reference",
        "'{field}' has 1 to 200 characters, no control characters and none beyond U+FFFD.",
        "« {field} » compte de 1 à 200 caractères, sans caractère de contrôle ni au-delà de U+FFFD.",
        "«{field}» از ۱ تا ۲۰۰ نویسه دارد، بی نویسهٔ کنترلی و فراتر از U+FFFD.");

    /// <summary>An id that cannot be part of the name of a document.</summary>
    public static RefusalKind BadId { get; } = new(
        "bad-id",
        "'{field}' has 1 to {most} characters, no slash, no control characters and none beyond U+FFFD.",
        "« {field} » compte de 1 à {most} caractères, sans barre oblique, sans caractère de contrôle ni au-delà de U+FFFD.",
        "«{field}» از ۱ تا {most} نویسه دارد، بی خط مورب، بی نویسهٔ کنترلی و فراتر از U+FFFD.");

    /// <summary>The amount is in another currency.</summary>
    public static RefusalKind OtherCurrency { get; } = new(
        "other-currency",
        "'{field}' is {amount}; the cycle is in {currency}.",
        "« {field} » vaut {amount} ; le cycle est en {currency}.",
        "«{field}» برابر {amount} است؛ واحد پول چرخه {currency} است.");

    /// <summary>The amount is below zero.</summary>
    public static RefusalKind NegativeAmount { get; } = new(
        "negative-amount",
        "'{field}' is {amount}; expected zero or more.",
        "« {field} » vaut {amount} ; attendu zéro ou plus.",
        "«{field}» برابر {amount} است؛ انتظار می‌رفت صفر یا بیشتر باشد.");

    /// <summary>The ballot is frozen and the plan refuses changes.</summary>
    public static RefusalKind FrozenBallot { get; } = new(
        "ballot-frozen",
        "The ballot was frozen, and the rules of this cycle refuse changes after that.",
        "Le bulletin a été figé, et les règles de ce cycle refusent toute modification ensuite.",
        "برگهٔ رأی ثابت شده است و قواعد این چرخه پس از آن تغییری را نمی‌پذیرد.");

    /// <summary>Nothing can be voted on.</summary>
    public static RefusalKind NothingToVoteOn { get; } = new(
        "nothing-to-vote-on",
        "No proposal is on the shortlist.",
        "Aucune proposition n'est retenue pour le vote.",
        "هیچ پیشنهادی به رأی‌گیری راه نیافته است.");

    /// <summary>A set of projects that exclude each other has fewer than two, or one twice.</summary>
    public static RefusalKind NoExclusion { get; } = new(
        "no-exclusion",
        "A set of projects that exclude each other has at least two, each once.",
        "Un ensemble de projets qui s'excluent en compte au moins deux, chacun une seule fois.",
        "مجموعهٔ پروژه‌های ناسازگار دست‌کم دو پروژه دارد، هر یک یک بار.");

    /// <summary>The vote of an area would begin before its ballot is frozen.</summary>
    public static RefusalKind FrozenTooLate { get; } = new(
        "frozen-too-late",
        "The vote began at {opened}: the ballot had to be frozen before.",
        "Le vote a commencé à {opened} : le bulletin devait être figé avant.",
        "رأی‌گیری در {opened} آغاز شده است: برگهٔ رأی باید پیش از آن ثابت می‌شد.");

    /// <summary>A lot may be needed, and nothing is committed to.</summary>
    public static RefusalKind CommitmentNeeded { get; } = new(
        "commitment-needed",
        "Ties may be broken by lot: a commitment to a secret and a public value are needed before the vote.",
        "Des égalités peuvent être départagées par tirage au sort : il faut, avant le vote, l'engagement sur un secret et une valeur publique.",
        "ممکن است تساوی با قرعه شکسته شود: پیش از رأی‌گیری، تعهد به یک راز و یک مقدار عمومی لازم است.");

    /// <summary>There is no such project on the ballot.</summary>
    public static RefusalKind NotOnBallot { get; } = new(
        "not-on-ballot",
        "There is no project {project} on the ballot.",
        "Il n'y a pas de projet {project} sur le bulletin.",
        "پروژهٔ {project} بر برگهٔ رأی نیست.");

    /// <summary>A project or area stands twice in one list.</summary>
    public static RefusalKind NamedTwice { get; } = new(
        "named-twice",
        "A project or an area is named twice.",
        "Un projet ou un secteur est nommé deux fois.",
        "پروژه یا ناحیه‌ای دو بار نام برده شده است.");

    /// <summary>There is no such area, or it has no budget that could change.</summary>
    public static RefusalKind NoSuchArea { get; } = new(
        "no-such-area",
        "There is no area {area} with a budget.",
        "Il n'y a pas de secteur {area} doté d'un budget.",
        "ناحیه‌ای به نام {area} با بودجه نیست.");

    /// <summary>Every kind of them, for hosts that translate them.</summary>
    public static IReadOnlyList<RefusalKind> All { get; } =
    [
        WrongStatus, NotNow, NotAnyMore, NotForRole, PlanInvalid, NoSuchStage, NotLater, StageOver, BadReference, BadId, OtherCurrency, NegativeAmount, FrozenBallot, NothingToVoteOn, NoExclusion, FrozenTooLate, CommitmentNeeded, NotOnBallot, NamedTwice, NoSuchArea,
    ];
}

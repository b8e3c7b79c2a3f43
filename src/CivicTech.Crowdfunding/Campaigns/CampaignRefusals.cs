using CivicTech.Processes;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Why a campaign says no.</summary>
public static class CampaignRefusals
{
    /// <summary>The stage does not take the command.</summary>
    public static RefusalKind WrongStage { get; } = new(
        "wrong-stage",
        "A campaign that is {stage} does not take '{command}'.",
        "Une campagne à l'état {stage} n'accepte pas « {command} ».",
        "کمپین در مرحلهٔ {stage} فرمان «{command}» را نمی‌پذیرد.");

    /// <summary>The plan, or a value in a command, cannot be used.</summary>
    public static RefusalKind PlanInvalid { get; } = new(
        "plan-invalid",
        "'{field}': {expected}.",
        "« {field} » : {expected}.",
        "مقدار «{field}»: {expected}.");

    /// <summary>The round is over.</summary>
    public static RefusalKind AfterDeadline { get; } = new(
        "after-deadline",
        "The time was over at {deadline}.",
        "Le délai est passé depuis le {deadline}.",
        "مهلت در {deadline} به پایان رسیده است.");

    /// <summary>The first round would end before it began.</summary>
    public static RefusalKind DeadlinePassed { get; } = new(
        "deadline-passed",
        "The end, {deadline}, is not after {now}.",
        "La fin, {deadline}, n'est pas postérieure à {now}.",
        "پایان، {deadline}، پس از {now} نیست.");

    /// <summary>A deadline may only be moved to a later one.</summary>
    public static RefusalKind NotLater { get; } = new(
        "not-later",
        "The new end, {deadline}, is not after the present one, {present}.",
        "La nouvelle fin, {deadline}, n'est pas postérieure à l'actuelle, {present}.",
        "پایان تازه، {deadline}، پس از پایان کنونی، {present}، نیست.");

    /// <summary>The end of the round is not open, or was announced already.</summary>
    public static RefusalKind NoOpenEnd { get; } = new(
        "no-open-end",
        "The running round has no open end to be announced.",
        "Le tour en cours n'a pas de fin ouverte à annoncer.",
        "دور کنونی پایان بازی ندارد که اعلام شود.");

    /// <summary>Holds on cards do not live as long as the campaign.</summary>
    public static RefusalKind HoldTooShort { get; } = new(
        "hold-too-short",
        "A hold on a card lives {window}, but the campaign ends at {deadline}: choose another way to collect.",
        "Une autorisation de carte dure {window}, mais la campagne se termine le {deadline} : choisissez un autre mode de collecte.",
        "مسدودی کارت {window} می‌ماند، ولی کمپین در {deadline} پایان می‌یابد: روش دیگری برای وصول برگزینید.");

    /// <summary>The campaign's currency is withdrawn before it ends.</summary>
    public static RefusalKind CurrencyWithdrawn { get; } = new(
        "currency-withdrawn",
        "{currency} is no money any more from {since}: the campaign needs another currency, or an end before.",
        "{currency} n'a plus cours depuis le {since} : la campagne a besoin d'une autre devise, ou d'une fin antérieure.",
        "{currency} از {since} دیگر رایج نیست: کمپین ارز دیگری، یا پایانی پیش از آن، لازم دارد.");

    /// <summary>The campaign is private.</summary>
    public static RefusalKind NotInvited { get; } = new(
        "not-invited",
        "This campaign is for invited backers only.",
        "Cette campagne est réservée aux personnes invitées.",
        "این کمپین تنها برای دعوت‌شدگان است.");

    /// <summary>Another currency.</summary>
    public static RefusalKind OtherCurrency { get; } = new(
        "other-currency",
        "{amount} is not in the campaign's currency, {currency}.",
        "{amount} n'est pas dans la devise de la campagne, {currency}.",
        "{amount} به ارز کمپین، {currency}، نیست.");

    /// <summary>An amount is zero or less.</summary>
    public static RefusalKind NotPositive { get; } = new(
        "not-positive",
        "The amount must be more than zero, not {amount}.",
        "Le montant doit être supérieur à zéro, et non {amount}.",
        "مبلغ باید بیش از صفر باشد، نه {amount}.");

    /// <summary>Less than the least pledge.</summary>
    public static RefusalKind BelowMinimum { get; } = new(
        "below-minimum",
        "A pledge is {minimum} at least, not {amount}.",
        "Une promesse est d'au moins {minimum}, et non {amount}.",
        "تعهد دست‌کم {minimum} است، نه {amount}.");

    /// <summary>More than one backer may pledge.</summary>
    public static RefusalKind AboveMaximum { get; } = new(
        "above-maximum",
        "One backer may pledge {maximum} at most; with this it would be {amount}.",
        "Une personne peut promettre {maximum} au plus ; cela ferait {amount}.",
        "هر حامی حداکثر {maximum} می‌تواند تعهد کند؛ با این مبلغ {amount} می‌شد.");

    /// <summary>More than the cap leaves room for.</summary>
    public static RefusalKind AboveCap { get; } = new(
        "above-cap",
        "The campaign takes {remaining} more at most, not {amount}.",
        "La campagne ne peut plus recevoir que {remaining}, et non {amount}.",
        "کمپین حداکثر {remaining} دیگر می‌پذیرد، نه {amount}.");

    /// <summary>Sums that money cannot hold.</summary>
    public static RefusalKind TooLarge { get; } = new(
        "too-large",
        "The campaign's sums cannot hold {amount} more.",
        "Les totaux de la campagne ne peuvent contenir {amount} de plus.",
        "جمع‌های کمپین {amount} دیگر را در بر نمی‌گیرند.");

    /// <summary>Names must be shown.</summary>
    public static RefusalKind NotAnonymous { get; } = new(
        "not-anonymous",
        "This campaign takes no anonymous pledges.",
        "Cette campagne n'accepte pas de promesses anonymes.",
        "این کمپین تعهد بی‌نام نمی‌پذیرد.");

    /// <summary>There is such a pledge.</summary>
    public static RefusalKind PledgeExists { get; } = new(
        "pledge-exists",
        "There is a pledge {pledge} already.",
        "Il existe déjà une promesse {pledge}.",
        "تعهد {pledge} از پیش هست.");

    /// <summary>There is no such pledge.</summary>
    public static RefusalKind NoSuchPledge { get; } = new(
        "no-such-pledge",
        "There is no pledge {pledge}.",
        "Il n'y a pas de promesse {pledge}.",
        "تعهدی به نام {pledge} نیست.");

    /// <summary>The pledge does not stand.</summary>
    public static RefusalKind PledgeNotStanding { get; } = new(
        "pledge-not-standing",
        "The pledge {pledge} is {standing}.",
        "La promesse {pledge} est à l'état {standing}.",
        "تعهد {pledge} در وضعیت {standing} است.");

    /// <summary>Money moved for it already.</summary>
    public static RefusalKind AlreadyCollecting { get; } = new(
        "already-collecting",
        "The pledge {pledge} is being collected: what was paid can be refunded.",
        "La promesse {pledge} est en cours de collecte : ce qui a été payé peut être remboursé.",
        "تعهد {pledge} در حال وصول است: پرداخت‌شده را می‌توان بازگرداند.");

    /// <summary>Pledges may not be lowered or cancelled here, or not now.</summary>
    public static RefusalKind ChangeRefused { get; } = new(
        "change-refused",
        "Pledges of this campaign cannot be lowered or taken back.",
        "Les promesses de cette campagne ne peuvent être ni réduites ni retirées.",
        "تعهدهای این کمپین نه کاستنی‌اند و نه پس‌گرفتنی.");

    /// <summary>In the last hours the goal would no longer be met.</summary>
    public static RefusalKind DropsBelowGoal { get; } = new(
        "drops-below-goal",
        "In the last {hours} hours no pledge may be lowered or taken back that the goal needs; {remaining} would be left.",
        "Dans les {hours} dernières heures, aucune promesse nécessaire à l'objectif ne peut être réduite ni retirée ; il resterait {remaining}.",
        "در {hours} ساعت پایانی تعهدی که هدف به آن نیاز دارد کاستنی یا پس‌گرفتنی نیست؛ {remaining} می‌ماند.");

    /// <summary>A way to pay is needed.</summary>
    public static RefusalKind MethodNeeded { get; } = new(
        "method-needed",
        "This campaign collects by {mode}: a payment method is needed.",
        "Cette campagne collecte par {mode} : un moyen de paiement est nécessaire.",
        "وصول این کمپین با {mode} است: روش پرداخت لازم است.");

    /// <summary>Money given outside needs a receipt.</summary>
    public static RefusalKind EvidenceNeeded { get; } = new(
        "evidence-needed",
        "This campaign takes money that was given outside: the reference of the evidence is needed.",
        "Cette campagne reçoit l'argent hors ligne : la référence du justificatif est nécessaire.",
        "پول این کمپین بیرون از سامانه داده می‌شود: شناسهٔ مدرک لازم است.");

    /// <summary>There is no such fundraiser.</summary>
    public static RefusalKind NoSuchFundraiser { get; } = new(
        "no-such-fundraiser",
        "There is no fundraiser {fundraiser}.",
        "Il n'y a pas de collecteur {fundraiser}.",
        "گردآورنده‌ای به نام {fundraiser} نیست.");

    /// <summary>A fundraiser belongs to one of a larger kind.</summary>
    public static RefusalKind WrongParent { get; } = new(
        "wrong-parent",
        "A {kind} cannot belong to {parent}, which is a {parentKind}: a person belongs to a team, and a team to an organisation.",
        "Un collecteur « {kind} » ne peut appartenir à {parent}, de type « {parentKind} » : une personne appartient à une équipe, une équipe à une organisation.",
        "گردآورنده‌ای از نوع «{kind}» نمی‌تواند زیر {parent} از نوع «{parentKind}» باشد: شخص به گروه تعلق دارد و گروه به سازمان.");

    /// <summary>There is such a fundraiser.</summary>
    public static RefusalKind FundraiserExists { get; } = new(
        "fundraiser-exists",
        "There is a fundraiser {fundraiser} already.",
        "Il existe déjà un collecteur {fundraiser}.",
        "گردآورندهٔ {fundraiser} از پیش هست.");

    /// <summary>An id or a reference is empty, too long, or has characters that not every store keeps.</summary>
    public static RefusalKind BadReference { get; } = new(
        "bad-reference",
        "'{field}' has 1 to 200 characters, no control characters and none beyond U+FFFD.",
        "« {field} » compte de 1 à 200 caractères, sans caractère de contrôle ni au-delà de U+FFFD.",
        "«{field}» از ۱ تا ۲۰۰ نویسه دارد، بی نویسهٔ کنترلی و فراتر از U+FFFD.");

    /// <summary>An id that cannot be part of a key.</summary>
    public static RefusalKind BadId { get; } = new(
        "bad-id",
        "'{field}' has 1 to {most} characters, no slash, no control characters and none beyond U+FFFD.",
        "« {field} » compte de 1 à {most} caractères, sans barre oblique, sans caractère de contrôle ni au-delà de U+FFFD.",
        "«{field}» از ۱ تا {most} نویسه دارد، بی خط مورب، بی نویسهٔ کنترلی و فراتر از U+FFFD.");

    /// <summary>The provider's event cannot be used.</summary>
    public static RefusalKind EventInvalid { get; } = new(
        "event-invalid",
        "The event {event}, {field}: {expected}.",
        "L'événement {event}, champ {field} : {expected}.",
        "رویداد {event}، {field}: {expected}.");

    /// <summary>There is no such attempt or payout.</summary>
    public static RefusalKind NoSuchAttempt { get; } = new(
        "no-such-attempt",
        "Nothing with the key {attempt} was ever sent.",
        "Rien n'a jamais été envoyé sous la clé {attempt}.",
        "هرگز چیزی با کلید {attempt} فرستاده نشده است.");

    /// <summary>More than is there.</summary>
    public static RefusalKind MoreThanThere { get; } = new(
        "more-than-there",
        "There is {available} of the pledge {pledge}, not {amount}.",
        "Il y a {available} de la promesse {pledge}, et non {amount}.",
        "از تعهد {pledge} مبلغ {available} موجود است، نه {amount}.");

    /// <summary>What was paid out must come back first.</summary>
    public static RefusalKind OwnerShort { get; } = new(
        "owner-short",
        "{missing} was paid out already: the owner must pay it back before everybody can be refunded.",
        "{missing} ont déjà été versés : le porteur doit les rendre avant que chacun puisse être remboursé.",
        "{missing} پیش‌تر پرداخت شده است: صاحب کمپین باید آن را برگرداند تا بتوان به همه بازپرداخت.");

    /// <summary>There is no such milestone.</summary>
    public static RefusalKind NoSuchMilestone { get; } = new(
        "no-such-milestone",
        "No tranche waits for a milestone {milestone}.",
        "Aucune tranche n'attend le jalon {milestone}.",
        "هیچ بخشی در انتظار مرحلهٔ {milestone} نیست.");

    /// <summary>No payout failed.</summary>
    public static RefusalKind NoFailedPayout { get; } = new(
        "no-failed-payout",
        "No payout waits to be sent again.",
        "Aucun versement n'attend d'être renvoyé.",
        "هیچ پرداختی در انتظار ارسال دوباره نیست.");

    /// <summary>It failed or was cancelled already.</summary>
    public static RefusalKind AlreadyEnded { get; } = new(
        "already-ended",
        "The campaign has ended already: {outcome}.",
        "La campagne est déjà terminée : {outcome}.",
        "کمپین پیش‌تر پایان یافته است: {outcome}.");

    /// <summary>Every kind, for hosts that translate them.</summary>
    public static IReadOnlyList<RefusalKind> All { get; } =
    [
        WrongStage, PlanInvalid, AfterDeadline, DeadlinePassed, NotLater, NoOpenEnd, HoldTooShort, CurrencyWithdrawn, NotInvited, OtherCurrency, NotPositive, BelowMinimum, AboveMaximum, AboveCap,
        TooLarge, NotAnonymous, PledgeExists, NoSuchPledge, PledgeNotStanding, AlreadyCollecting, ChangeRefused, DropsBelowGoal, MethodNeeded, EvidenceNeeded, NoSuchFundraiser,
        WrongParent, FundraiserExists, BadReference, BadId, EventInvalid, NoSuchAttempt, MoreThanThere, OwnerShort, NoSuchMilestone, NoFailedPayout, AlreadyEnded,
    ];
}

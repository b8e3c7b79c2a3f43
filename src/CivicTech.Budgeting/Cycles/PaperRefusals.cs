using System.Collections.Immutable;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Why a cycle says no to what is asked about batches and cards of the paper channel.</summary>
public static class PaperRefusals
{
    /// <summary>There is no such batch.</summary>
    public static RefusalKind NoSuchBatch { get; } = new(
        "no-such-batch",
        "There is no batch {batch}.",
        "Il n'y a pas de lot {batch}.",
        "دسته‌ای به نام {batch} نیست.");

    /// <summary>Another batch has this id.</summary>
    public static RefusalKind BatchTaken { get; } = new(
        "batch-taken",
        "Another batch is called {batch}: of another station, area or kind.",
        "Un autre lot s'appelle {batch} : d'un autre bureau, secteur ou type.",
        "دستهٔ دیگری {batch} نام دارد: از حوزه، ناحیه یا گونه‌ای دیگر.");

    /// <summary>The batch is accounted for.</summary>
    public static RefusalKind BatchReconciled { get; } = new(
        "batch-reconciled",
        "The batch {batch} is reconciled: correct its number of cards first.",
        "Le lot {batch} est rapproché : corrigez d'abord son nombre de bulletins.",
        "دستهٔ {batch} تطبیق داده شده است: نخست شمار برگه‌های آن را اصلاح کنید.");

    /// <summary>All declared cards are entered.</summary>
    public static RefusalKind BatchFull { get; } = new(
        "batch-full",
        "All {declared} cards of the batch {batch} are entered: correct its number of cards first.",
        "Les {declared} bulletins du lot {batch} sont tous saisis : corrigez d'abord leur nombre.",
        "هر {declared} برگهٔ دستهٔ {batch} وارد شده است: نخست شمار برگه‌ها را اصلاح کنید.");

    /// <summary>It is no number of cards.</summary>
    public static RefusalKind NoNumberOfCards { get; } = new(
        "no-number-of-cards",
        "A batch has 0 to {most} cards, not {count}.",
        "Un lot compte de 0 à {most} bulletins, non {count}.",
        "یک دسته ۰ تا {most} برگه دارد، نه {count}.");

    /// <summary>A correction leaves fewer cards than there are.</summary>
    public static RefusalKind FewerThanEntered { get; } = new(
        "fewer-than-entered",
        "The batch {batch} would have {after} cards, but {entered} are entered.",
        "Le lot {batch} compterait {after} bulletins, mais {entered} sont saisis.",
        "دستهٔ {batch} دارای {after} برگه می‌شود، اما {entered} برگه وارد شده است.");

    /// <summary>Cards have no outcome yet.</summary>
    public static RefusalKind CardsPending { get; } = new(
        "cards-pending",
        "{count} cards of the batch {batch} have no outcome yet.",
        "{count} bulletins du lot {batch} n'ont pas encore d'issue.",
        "سرنوشت {count} برگه از دستهٔ {batch} هنوز روشن نیست.");

    /// <summary>The numbers of a batch do not add up.</summary>
    public static RefusalKind NumbersDiffer { get; } = new(
        "numbers-differ",
        "The batch {batch} has {declared} cards declared, but {valid} valid, {invalid} invalid, {void} void and {missing} missing.",
        "Le lot {batch} compte {declared} bulletins déclarés, mais {valid} valides, {invalid} non valides, {void} nuls et {missing} manquants.",
        "برای دستهٔ {batch} {declared} برگه اعلام شده، اما {valid} معتبر، {invalid} نامعتبر، {void} باطل و {missing} گم‌شده است.");

    /// <summary>Nobody says why cards are missing.</summary>
    public static RefusalKind MissingUnexplained { get; } = new(
        "missing-unexplained",
        "{missing} cards of the batch {batch} are missing: a reason is needed.",
        "{missing} bulletins du lot {batch} manquent : il faut un motif.",
        "{missing} برگه از دستهٔ {batch} گم شده است: دلیل لازم است.");

    /// <summary>The register of the station was not counted.</summary>
    public static RefusalKind TicksNeeded { get; } = new(
        "ticks-needed",
        "The batch {batch} is from an urn: it is compared with the voters ticked off at its station.",
        "Le lot {batch} vient d'une urne : il est comparé aux électeurs pointés à son bureau.",
        "دستهٔ {batch} از صندوق است: با رأی‌دهندگان نشان‌شدهٔ همان حوزه سنجیده می‌شود.");

    /// <summary>Voters may still come to the urn.</summary>
    public static RefusalKind VoteNotOver { get; } = new(
        "vote-not-over",
        "The batch {batch} is from an urn to which voters come until {closes}.",
        "Le lot {batch} vient d'une urne ouverte aux électeurs jusqu'à {closes}.",
        "دستهٔ {batch} از صندوقی است که رأی‌دهندگان تا {closes} به آن مراجعه می‌کنند.");

    /// <summary>The card cannot have been handed in then.</summary>
    public static RefusalKind NoTimeOfReceipt { get; } = new(
        "no-time-of-receipt",
        "A card is handed in after the vote began at {opened} and not in the future: {receivedAt} cannot be right.",
        "Un bulletin est remis après l'ouverture du vote à {opened} et non dans le futur : {receivedAt} est impossible.",
        "برگه پس از آغاز رأی‌گیری در {opened} و نه در آینده تحویل می‌شود: {receivedAt} درست نیست.");

    /// <summary>The ballot box is being sealed.</summary>
    public static RefusalKind SealBegun { get; } = new(
        "seal-begun",
        "The ballot box is being sealed: the paper channel is closed.",
        "L'urne est en cours de scellement : la voie papier est close.",
        "صندوق در حال مهر و موم شدن است: مجرای کاغذی بسته است.");

    /// <summary>Every kind of them, for hosts that translate them.</summary>
    public static ImmutableArray<RefusalKind> All { get; } =
    [
        NoSuchBatch, BatchTaken, BatchReconciled, BatchFull, NoNumberOfCards, FewerThanEntered, CardsPending, NumbersDiffer, MissingUnexplained, TicksNeeded, VoteNotOver, NoTimeOfReceipt, SealBegun,
    ];
}

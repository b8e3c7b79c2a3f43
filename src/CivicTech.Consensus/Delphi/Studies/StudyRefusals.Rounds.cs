using CivicTech.Processes;

namespace CivicTech.Consensus.Delphi.Studies;

public static partial class StudyRefusals
{
    /// <summary>A round closes after it opens.</summary>
    public static RefusalKind WindowWrong { get; } = new(
        "window-wrong",
        "The round would open at {opens} and close at {closes}.",
        "Le tour ouvrirait à {opens} et se fermerait à {closes}.",
        "دور در {opens} باز و در {closes} بسته می‌شود.");

    /// <summary>A round can only be made longer.</summary>
    public static RefusalKind NotLater { get; } = new(
        "not-later",
        "{closes} is not later than the present end, {present}.",
        "{closes} n'est pas postérieur à la fin actuelle, {present}.",
        "{closes} دیرتر از پایان کنونی، {present}، نیست.");

    /// <summary>There is no such round yet.</summary>
    public static RefusalKind NoSuchRound { get; } = new(
        "no-such-round",
        "There is no round {round}.",
        "Il n'y a pas de tour {round}.",
        "دور {round} وجود ندارد.");

    /// <summary>The round is not open yet.</summary>
    public static RefusalKind RoundNotOpen { get; } = new(
        "round-not-open",
        "Round {round} opens at {opens}.",
        "Le tour {round} ouvre à {opens}.",
        "دور {round} در {opens} باز می‌شود.");

    /// <summary>The round is closed.</summary>
    public static RefusalKind RoundOver { get; } = new(
        "round-over",
        "Round {round} closed at {closed}.",
        "Le tour {round} s'est fermé à {closed}.",
        "دور {round} در {closed} بسته شد.");

    /// <summary>There is no answer.</summary>
    public static RefusalKind NoAnswers { get; } = new(
        "no-answers",
        "There is no answer.",
        "Il n'y a aucune réponse.",
        "هیچ پاسخی نیست.");

    /// <summary>The item is not asked in the round: it was dropped or settled, or there is none of this id.</summary>
    public static RefusalKind NotAsked { get; } = new(
        "not-asked",
        "The item {item} is not asked in round {round}.",
        "L'élément {item} n'est pas demandé au tour {round}.",
        "مورد {item} در دور {round} پرسیده نمی‌شود.");

    /// <summary>The expert sits on none of the panels that rate the item.</summary>
    public static RefusalKind NotOnPanel { get; } = new(
        "not-on-panel",
        "The item {item} is rated by {panels}.",
        "L'élément {item} est évalué par {panels}.",
        "مورد {item} را {panels} ارزیابی می‌کند.");

    /// <summary>The value is not one of the scale.</summary>
    public static RefusalKind OffScale { get; } = new(
        "off-scale",
        "{item}: {value} is not one of {scale}.",
        "{item} : {value} n'est pas dans {scale}.",
        "{item}: {value} در {scale} نیست.");

    /// <summary>The protocol asks for a value.</summary>
    public static RefusalKind MayNotAbstain { get; } = new(
        "may-not-abstain",
        "{item}: a value is needed.",
        "{item} : il faut une valeur.",
        "{item}: یک مقدار لازم است.");
}

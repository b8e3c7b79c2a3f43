using CivicTech.Processes;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>Why a study says no.</summary>
public static partial class StudyRefusals
{
    /// <summary>The study does not take this command where it stands.</summary>
    public static RefusalKind WrongStatus { get; } = new(
        "wrong-status",
        "The study is {status}: it does not take {command} now.",
        "L'étude est {status} : elle n'accepte pas {command} maintenant.",
        "مطالعه در وضعیت {status} است و اکنون {command} را نمی‌پذیرد.");

    /// <summary>The protocol, or a time, cannot be used.</summary>
    public static RefusalKind ProtocolInvalid { get; } = new(
        "protocol-invalid",
        "'{field}': expected {expected}.",
        "« {field} » : attendu {expected}.",
        "«{field}»: انتظار می‌رفت {expected}.");

    /// <summary>The protocol cannot change any more: experts were invited or items registered by it.</summary>
    public static RefusalKind AlreadyBegun { get; } = new(
        "already-begun",
        "Experts were invited or items registered: the protocol cannot change any more.",
        "Des experts ont été invités ou des éléments enregistrés : le protocole ne peut plus changer.",
        "خبرگان دعوت یا موارد ثبت شده‌اند: پروتکل دیگر تغییر نمی‌کند.");

    /// <summary>A reference is empty, too long, or has characters that not every store keeps.</summary>
    public static RefusalKind BadReference { get; } = new(
        "bad-reference",
        "'{field}' has 1 to 200 characters, no control characters and none beyond U+FFFD.",
        "« {field} » compte de 1 à 200 caractères, sans caractère de contrôle ni au-delà de U+FFFD.",
        "«{field}» از ۱ تا ۲۰۰ نویسه دارد، بی نویسهٔ کنترلی و فراتر از U+FFFD.");

    /// <summary>An id is empty, too long, or has a slash or characters that not every store keeps.</summary>
    public static RefusalKind BadId { get; } = new(
        "bad-id",
        "'{field}' has 1 to 100 characters, no slash, no control characters and none beyond U+FFFD.",
        "« {field} » compte de 1 à 100 caractères, sans barre oblique, sans caractère de contrôle ni au-delà de U+FFFD.",
        "«{field}» از ۱ تا ۱۰۰ نویسه دارد، بی ممیز، بی نویسهٔ کنترلی و فراتر از U+FFFD.");

    /// <summary>Every kind of them, for hosts that translate them.</summary>
    // Made when asked for: the order in which fields of several files are set is not fixed.
    public static IReadOnlyList<RefusalKind> All =>
    [
        WrongStatus, ProtocolInvalid, AlreadyBegun, BadReference, BadId, NoSuchPanel, NoSuchRole, QuotaFull, NotEligible, SeatsWrong, ExpertKnown, NoSuchExpert, AlreadyAnswered,
        NotJoined, PanelTooSmall, PanelStopped, FunnelWrong, FunnelOpen, ItemsRegistered, NoItems, NoPanels, ItemKnown, NoSuchItem, ItemNotOpen, NamedTwice, SuggestionKnown,
        NoSuchSuggestion, SuggestionSettled, ItemIdWrong, WindowWrong, NotLater, NoSuchRound, RoundNotOpen, RoundOver, NoAnswers, NotAsked, NotOnPanel, OffScale, MayNotAbstain,
    ];
}

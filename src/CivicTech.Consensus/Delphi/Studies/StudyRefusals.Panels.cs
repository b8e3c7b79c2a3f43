using CivicTech.Processes;

namespace CivicTech.Consensus.Delphi.Studies;

public static partial class StudyRefusals
{
    /// <summary>There is no such panel, or the expert does not sit on it.</summary>
    public static RefusalKind NoSuchPanel { get; } = new(
        "no-such-panel",
        "There is no panel {panel} here.",
        "Il n'y a pas de panel {panel} ici.",
        "پنلی به نام {panel} در اینجا نیست.");

    /// <summary>The panel has no seats for the role.</summary>
    public static RefusalKind NoSuchRole { get; } = new(
        "no-such-role",
        "Panel {panel} has no seats for the role {role}, only for {roles}.",
        "Le panel {panel} n'a pas de siège pour le rôle {role}, seulement pour {roles}.",
        "پنل {panel} برای نقش {role} جایی ندارد، تنها برای {roles}.");

    /// <summary>All seats of the role on the panel are taken.</summary>
    public static RefusalKind QuotaFull { get; } = new(
        "quota-full",
        "All {seats} seats of the role {role} on panel {panel} are taken.",
        "Les {seats} sièges du rôle {role} au panel {panel} sont tous pris.",
        "هر {seats} جای نقش {role} در پنل {panel} پر است.");

    /// <summary>The person does not meet all criteria of inclusion.</summary>
    public static RefusalKind NotEligible { get; } = new(
        "not-eligible",
        "Expert {expert} does not meet: {missing}.",
        "L'expert {expert} ne remplit pas : {missing}.",
        "خبره {expert} این شرط‌ها را ندارد: {missing}.");

    /// <summary>An invitation is to at least one seat, and to at most one a panel.</summary>
    public static RefusalKind SeatsWrong { get; } = new(
        "seats-wrong",
        "Expert {expert} needs at least one seat, and at most one on each panel.",
        "L'expert {expert} doit avoir au moins un siège, et au plus un par panel.",
        "خبره {expert} دست‌کم یک جا می‌خواهد و در هر پنل حداکثر یکی.");

    /// <summary>The person was invited already.</summary>
    public static RefusalKind ExpertKnown { get; } = new(
        "expert-known",
        "Expert {expert} was invited already and is {status}.",
        "L'expert {expert} a déjà été invité : {status}.",
        "خبره {expert} پیش‌تر دعوت شده و در وضعیت {status} است.");

    /// <summary>Nobody of this id was invited.</summary>
    public static RefusalKind NoSuchExpert { get; } = new(
        "no-such-expert",
        "Nobody called {expert} was invited.",
        "Personne du nom de {expert} n'a été invité.",
        "کسی با شناسهٔ {expert} دعوت نشده است.");

    /// <summary>The invitation was answered already.</summary>
    public static RefusalKind AlreadyAnswered { get; } = new(
        "already-answered",
        "The invitation of {expert} was answered already: {status}.",
        "L'invitation de {expert} a déjà reçu sa réponse : {status}.",
        "دعوت {expert} پیش‌تر پاسخ گرفته است: {status}.");

    /// <summary>The person does not take part, or no more.</summary>
    public static RefusalKind NotJoined { get; } = new(
        "not-joined",
        "Expert {expert} does not take part: {status}.",
        "L'expert {expert} ne participe pas : {status}.",
        "خبره {expert} شرکت ندارد: {status}.");

    /// <summary>A panel has fewer than two experts who take part.</summary>
    public static RefusalKind PanelTooSmall { get; } = new(
        "panel-too-small",
        "Panel {panel} has {joined} experts who take part: two are needed.",
        "Le panel {panel} a {joined} experts participants : il en faut deux.",
        "پنل {panel} تنها {joined} خبرهٔ شرکت‌کننده دارد: دو نفر لازم است.");

    /// <summary>The panel is asked no more.</summary>
    public static RefusalKind PanelStopped { get; } = new(
        "panel-stopped",
        "Panel {panel} stopped after round {round}: it is not asked about new items.",
        "Le panel {panel} s'est arrêté après le tour {round} : de nouveaux éléments ne lui sont plus soumis.",
        "پنل {panel} پس از دور {round} پایان یافته و موارد تازه از آن پرسیده نمی‌شود.");
}

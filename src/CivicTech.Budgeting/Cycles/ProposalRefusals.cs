using System.Collections.Immutable;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Why a cycle says no about proposals; see <see cref="CycleRefusals"/> for what holds for all commands.</summary>
public static class ProposalRefusals
{
    /// <summary>There is no such proposal.</summary>
    public static RefusalKind NoSuchProposal { get; } = new(
        "no-such-proposal",
        "There is no proposal {proposal}.",
        "Il n'y a pas de proposition {proposal}.",
        "پیشنهادی به شناسهٔ {proposal} نیست.");

    /// <summary>The id is taken.</summary>
    public static RefusalKind ProposalExists { get; } = new(
        "proposal-exists",
        "There is a proposal {proposal} already.",
        "Il existe déjà une proposition {proposal}.",
        "پیشنهادی به شناسهٔ {proposal} از پیش هست.");

    /// <summary>The proposal does not take this command where it stands.</summary>
    public static RefusalKind ProposalStatus { get; } = new(
        "proposal-status",
        "The proposal {proposal} is {status}: it does not take {command} now.",
        "La proposition {proposal} est {status} : elle n'accepte pas {command} maintenant.",
        "پیشنهاد {proposal} در وضعیت {status} است و اکنون {command} را نمی‌پذیرد.");

    /// <summary>The plan has no such theme.</summary>
    public static RefusalKind NoSuchTheme { get; } = new(
        "no-such-theme",
        "There is no theme {theme}.",
        "Il n'y a pas de thème {theme}.",
        "موضوعی به نام {theme} نیست.");

    /// <summary>The place is nowhere.</summary>
    public static RefusalKind BadPlace { get; } = new(
        "bad-place",
        "A place has a reference, or both a latitude and a longitude in millionths of a degree: up to 90 and 180 degrees to each side.",
        "Un lieu a une référence, ou une latitude et une longitude en millionièmes de degré : jusqu'à 90 et 180 degrés de chaque côté.",
        "یک مکان یا ارجاعی دارد، یا عرض و طول جغرافیایی به میلیونیم درجه: تا ۹۰ و ۱۸۰ درجه به هر سو.");

    /// <summary>There are more of something than a proposal can have.</summary>
    public static RefusalKind TooMany { get; } = new(
        "too-many",
        "'{field}': at most {most}.",
        "« {field} » : {most} au plus.",
        "«{field}»: حداکثر {most}.");

    /// <summary>The person has handed in as many proposals as the plan allows.</summary>
    public static RefusalKind TooManyProposals { get; } = new(
        "too-many-proposals",
        "One person may hand in at most {most} proposals, and has handed in {submitted}.",
        "Une personne peut déposer {most} propositions au plus ; elle en a déposé {submitted}.",
        "هر کس حداکثر {most} پیشنهاد می‌تواند بدهد و تاکنون {submitted} داده است.");

    /// <summary>A condition is not met, or nobody looked.</summary>
    public static RefusalKind NotEligible { get; } = new(
        "not-eligible",
        "The condition {condition} must be met; it is {finding}.",
        "La condition {condition} doit être remplie ; constat : {finding}.",
        "شرط {condition} باید برآورده باشد؛ یافته: {finding}.");

    /// <summary>The public does not see it: it is hidden, or not shown yet.</summary>
    public static RefusalKind NotShown { get; } = new(
        "not-shown",
        "The proposal {proposal} is not shown to the public.",
        "La proposition {proposal} n'est pas visible du public.",
        "پیشنهاد {proposal} برای همگان نمایش داده نمی‌شود.");

    /// <summary>Proposals of this cycle are not supported.</summary>
    public static RefusalKind SupportsOff { get; } = new(
        "supports-off",
        "Proposals of this cycle take no supports.",
        "Les propositions de ce cycle ne recueillent pas de soutiens.",
        "پیشنهادهای این چرخه حمایت نمی‌گیرند.");

    /// <summary>Nothing is hidden in this cycle.</summary>
    public static RefusalKind NoModeration { get; } = new(
        "no-moderation",
        "The rules of this cycle hide nothing.",
        "Les règles de ce cycle ne masquent rien.",
        "قواعد این چرخه چیزی را پنهان نمی‌کند.");

    /// <summary>There is no such comment.</summary>
    public static RefusalKind NoSuchComment { get; } = new(
        "no-such-comment",
        "The proposal {proposal} has no comment {comment}.",
        "La proposition {proposal} n'a pas de commentaire {comment}.",
        "پیشنهاد {proposal} نظری به شناسهٔ {comment} ندارد.");

    /// <summary>The id of the comment is taken.</summary>
    public static RefusalKind CommentExists { get; } = new(
        "comment-exists",
        "The proposal {proposal} has another comment {comment} already.",
        "La proposition {proposal} a déjà un autre commentaire {comment}.",
        "پیشنهاد {proposal} از پیش نظر دیگری به شناسهٔ {comment} دارد.");

    /// <summary>Nobody named the person as an author.</summary>
    public static RefusalKind NotNamed { get; } = new(
        "not-named",
        "Nobody named who asks as an author of the proposal {proposal}.",
        "Personne n'a désigné le demandeur comme auteur de la proposition {proposal}.",
        "کسی درخواست‌کننده را نویسندهٔ پیشنهاد {proposal} نخوانده است.");

    /// <summary>The plan has no such criterion.</summary>
    public static RefusalKind NoSuchCriterion { get; } = new(
        "no-such-criterion",
        "There is no criterion {criterion}.",
        "Il n'y a pas de critère {criterion}.",
        "معیاری به نام {criterion} نیست.");

    /// <summary>A no needs a reason.</summary>
    public static RefusalKind ReasonNeeded { get; } = new(
        "reason-needed",
        "A reason is needed for this: {command}.",
        "Il faut un motif pour cela : {command}.",
        "برای این کار دلیل لازم است: {command}.");

    /// <summary>Whether it meets the criteria is not settled.</summary>
    public static RefusalKind NotAdmitted { get; } = new(
        "not-admitted",
        "It is not settled yet that the proposal {proposal} meets the criteria.",
        "Il n'est pas encore établi que la proposition {proposal} remplit les critères.",
        "هنوز روشن نیست که پیشنهاد {proposal} معیارها را برآورده می‌کند.");

    /// <summary>The price is not in the range of the plan.</summary>
    public static RefusalKind PriceOutOfRange { get; } = new(
        "price-out-of-range",
        "The price is {price}; expected {lowest} to {highest}.",
        "Le prix est de {price} ; attendu de {lowest} à {highest}.",
        "بها {price} است؛ انتظار می‌رفت از {lowest} تا {highest} باشد.");

    /// <summary>There is no appeal in this cycle.</summary>
    public static RefusalKind NoAppeals { get; } = new(
        "no-appeals",
        "The rules of this cycle have no appeal.",
        "Les règles de ce cycle ne prévoient pas de recours.",
        "قواعد این چرخه اعتراضی پیش‌بینی نکرده است.");

    /// <summary>The time for an appeal is over.</summary>
    public static RefusalKind AppealTooLate { get; } = new(
        "appeal-too-late",
        "An appeal had to be filed before {deadline}.",
        "Le recours devait être déposé avant {deadline}.",
        "اعتراض باید پیش از {deadline} داده می‌شد.");

    /// <summary>There was an appeal against such a decision before.</summary>
    public static RefusalKind AppealedBefore { get; } = new(
        "appealed-before",
        "There was an appeal against this decision about the proposal {proposal} before.",
        "Cette décision sur la proposition {proposal} a déjà fait l'objet d'un recours.",
        "پیش‌تر به این تصمیم دربارهٔ پیشنهاد {proposal} اعتراض شده است.");

    /// <summary>Upheld now, an appeal would come too late for the ballot.</summary>
    public static RefusalKind AppealAfterFreeze { get; } = new(
        "appeal-after-freeze",
        "The ballot is frozen: an appeal about the proposal {proposal} can no longer be upheld.",
        "Le bulletin est figé : un recours sur la proposition {proposal} ne peut plus être accueilli.",
        "برگهٔ رأی ثابت شده است: اعتراض دربارهٔ پیشنهاد {proposal} دیگر پذیرفتنی نیست.");

    /// <summary>A number is below zero.</summary>
    public static RefusalKind NegativeCount { get; } = new(
        "negative-count",
        "'{field}' is {count}; expected 0 or more.",
        "« {field} » vaut {count} ; attendu 0 ou plus.",
        "«{field}» برابر {count} است؛ انتظار می‌رفت ۰ یا بیشتر باشد.");

    /// <summary>A group, or what a proposal is split into, has at least two parts.</summary>
    public static RefusalKind TooFewParts { get; } = new(
        "too-few-parts",
        "At least two parts are needed, not {parts}.",
        "Il faut au moins deux parties, pas {parts}.",
        "دست‌کم دو بخش لازم است، نه {parts}.");

    /// <summary>A proposal is named twice.</summary>
    public static RefusalKind NamedTwice { get; } = new(
        "named-twice",
        "The proposal {proposal} is named twice.",
        "La proposition {proposal} est citée deux fois.",
        "پیشنهاد {proposal} دو بار آمده است.");

    /// <summary>The plan leaves the shortlist to a jury or assembly.</summary>
    public static RefusalKind ShortlistByHand { get; } = new(
        "shortlist-by-hand",
        "The rules of this cycle have the shortlist made by hand: name the proposals and a reason.",
        "Les règles de ce cycle veulent une sélection faite à la main : nommez les propositions et un motif.",
        "به قواعد این چرخه فهرست نهایی دستی تعیین می‌شود: پیشنهادها و دلیل را نام ببرید.");

    /// <summary>The plan has a rule for the shortlist.</summary>
    public static RefusalKind ShortlistByRule { get; } = new(
        "shortlist-by-rule",
        "The rules of this cycle have the shortlist made by {rule}, not by hand.",
        "Les règles de ce cycle veulent une sélection par {rule}, non à la main.",
        "به قواعد این چرخه فهرست نهایی با {rule} تعیین می‌شود، نه دستی.");

    /// <summary>The proposal cannot be chosen for the vote.</summary>
    public static RefusalKind NotACandidate { get; } = new(
        "not-a-candidate",
        "The proposal {proposal} cannot be on the shortlist: it must be feasible, shown and of the area.",
        "La proposition {proposal} ne peut être retenue : elle doit être réalisable, visible et du secteur.",
        "پیشنهاد {proposal} نمی‌تواند در فهرست نهایی باشد: باید شدنی، نمایان و از همان ناحیه باشد.");

    /// <summary>What comes to the vote has a price.</summary>
    public static RefusalKind PriceNeeded { get; } = new(
        "price-needed",
        "The proposal {proposal} has no price.",
        "La proposition {proposal} n'a pas de prix.",
        "پیشنهاد {proposal} بها ندارد.");

    /// <summary>There is nothing to choose from.</summary>
    public static RefusalKind NothingToShortlist { get; } = new(
        "nothing-to-shortlist",
        "No feasible proposal is there to choose from.",
        "Il n'y a aucune proposition réalisable parmi laquelle choisir.",
        "هیچ پیشنهاد شدنی برای گزینش نیست.");

    /// <summary>All kinds.</summary>
    public static ImmutableArray<RefusalKind> All { get; } =
    [
        NoSuchProposal, ProposalExists, ProposalStatus, NoSuchTheme, BadPlace, TooMany, TooManyProposals, NotEligible, NotShown, SupportsOff, NoModeration, NoSuchComment, CommentExists,
        NotNamed, NoSuchCriterion, ReasonNeeded, NotAdmitted, PriceOutOfRange, NoAppeals, AppealTooLate, AppealedBefore, AppealAfterFreeze, NegativeCount, TooFewParts, NamedTwice,
        ShortlistByHand, ShortlistByRule, NotACandidate, PriceNeeded, NothingToShortlist,
    ];
}

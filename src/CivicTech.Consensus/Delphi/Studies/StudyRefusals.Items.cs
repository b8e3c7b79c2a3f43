using CivicTech.Processes;

namespace CivicTech.Consensus.Delphi.Studies;

public static partial class StudyRefusals
{
    /// <summary>A stage of the funnel does not add up.</summary>
    public static RefusalKind FunnelWrong { get; } = new(
        "funnel-wrong",
        "The funnel does not add up: {problem}",
        "L'entonnoir ne tombe pas juste : {problem}",
        "قیف جور درنمی‌آید: {problem}");

    /// <summary>The items are not as many as the funnel kept.</summary>
    public static RefusalKind FunnelOpen { get; } = new(
        "funnel-open",
        "The funnel kept {kept} items and {items} are to be rated: register what is missing, or add a stage that says where the difference comes from.",
        "L'entonnoir a gardé {kept} éléments et {items} sont à évaluer : enregistrez ce qui manque, ou ajoutez une étape qui dit d'où vient la différence.",
        "قیف {kept} مورد را نگه داشته و {items} مورد ارزیابی می‌شود: آنچه کم است ثبت کنید یا مرحله‌ای بیفزایید که بگوید تفاوت از کجاست.");

    /// <summary>Stages in numbers go before the items.</summary>
    public static RefusalKind ItemsRegistered { get; } = new(
        "items-registered",
        "Items are registered: from now on stages come from what becomes of them.",
        "Des éléments sont enregistrés : désormais les étapes viennent de ce qu'ils deviennent.",
        "موارد ثبت شده‌اند: از این پس مرحله‌ها از سرنوشت آن‌ها می‌آید.");

    /// <summary>There is no item to do this with.</summary>
    public static RefusalKind NoItems { get; } = new(
        "no-items",
        "There is no item.",
        "Il n'y a aucun élément.",
        "هیچ موردی نیست.");

    /// <summary>An item is rated by at least one panel.</summary>
    public static RefusalKind NoPanels { get; } = new(
        "no-panels",
        "{item} is for no panel.",
        "{item} n'est destiné à aucun panel.",
        "{item} برای هیچ پنلی نیست.");

    /// <summary>There is or was an item of this id.</summary>
    public static RefusalKind ItemKnown { get; } = new(
        "item-known",
        "There is an item {item} already.",
        "Il y a déjà un élément {item}.",
        "موردی به نام {item} از پیش هست.");

    /// <summary>There is no such item.</summary>
    public static RefusalKind NoSuchItem { get; } = new(
        "no-such-item",
        "There is no item {item}.",
        "Il n'y a pas d'élément {item}.",
        "موردی به نام {item} نیست.");

    /// <summary>The item is asked no more.</summary>
    public static RefusalKind ItemNotOpen { get; } = new(
        "item-not-open",
        "The item {item} is {status}.",
        "L'élément {item} est {status}.",
        "مورد {item} در وضعیت {status} است.");

    /// <summary>An item stands twice in one list.</summary>
    public static RefusalKind NamedTwice { get; } = new(
        "named-twice",
        "The item {item} is named twice.",
        "L'élément {item} est nommé deux fois.",
        "مورد {item} دو بار نام برده شده است.");

    /// <summary>There is a suggestion of this id.</summary>
    public static RefusalKind SuggestionKnown { get; } = new(
        "suggestion-known",
        "There is a suggestion {suggestion} already.",
        "Il y a déjà une suggestion {suggestion}.",
        "پیشنهادی به نام {suggestion} از پیش هست.");

    /// <summary>There is no such suggestion.</summary>
    public static RefusalKind NoSuchSuggestion { get; } = new(
        "no-such-suggestion",
        "There is no suggestion {suggestion}.",
        "Il n'y a pas de suggestion {suggestion}.",
        "پیشنهادی به نام {suggestion} نیست.");

    /// <summary>The suggestion was decided already.</summary>
    public static RefusalKind SuggestionSettled { get; } = new(
        "suggestion-settled",
        "The suggestion {suggestion} was decided already.",
        "La suggestion {suggestion} a déjà été tranchée.",
        "دربارهٔ پیشنهاد {suggestion} پیش‌تر تصمیم گرفته شده است.");

    /// <summary>The id of the item to add is missing, or given where none is added.</summary>
    public static RefusalKind ItemIdWrong { get; } = new(
        "item-id-wrong",
        "To accept {suggestion} as a new item it needs an id; otherwise none is given.",
        "Pour accepter {suggestion} comme nouvel élément il faut un identifiant ; sinon on n'en donne pas.",
        "برای پذیرفتن {suggestion} به‌عنوان مورد تازه شناسه لازم است؛ وگرنه شناسه داده نمی‌شود.");
}

using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Refusals;

// What stands on a ballot.
public static partial class VotingRefusals
{
    /// <summary>There is no such project.</summary>
    public static RefusalKind NoSuchProject { get; } = new(
        "no-such-project",
        "There is no project {project} on the ballot.",
        "Il n'y a pas de projet {project} sur le bulletin.",
        "طرحی به نام {project} روی برگه نیست.");

    /// <summary>The project is on the ballot of another area.</summary>
    public static RefusalKind ProjectOfOtherArea { get; } = new(
        "project-of-other-area",
        "The project {project} is on the ballot of {other}, not of {area}.",
        "Le projet {project} est sur le bulletin de {other}, et non de {area}.",
        "طرح {project} روی برگهٔ {other} است، نه {area}.");

    /// <summary>The project left the ballot.</summary>
    public static RefusalKind ProjectRemoved { get; } = new(
        "project-removed",
        "The project {project} is no longer on the ballot.",
        "Le projet {project} n'est plus sur le bulletin.",
        "طرح {project} دیگر روی برگه نیست.");

    /// <summary>A project stands twice on one ballot.</summary>
    public static RefusalKind ProjectTwice { get; } = new(
        "project-twice",
        "The project {project} stands on the ballot twice.",
        "Le projet {project} figure deux fois sur le bulletin.",
        "طرح {project} دو بار روی برگه آمده است.");

    /// <summary>The value beside a project is none that this ballot knows.</summary>
    public static RefusalKind BadValue { get; } = new(
        "bad-value",
        "The value of the project {project} is {least} to {most}, not {value}.",
        "La valeur du projet {project} va de {least} à {most}, et non {value}.",
        "مقدار طرح {project} از {least} تا {most} است، نه {value}.");

    /// <summary>Fewer projects than a ballot needs.</summary>
    public static RefusalKind TooFewProjects { get; } = new(
        "too-few-projects",
        "A ballot for {area} names at least {least} projects, not {count}.",
        "Un bulletin pour {area} nomme au moins {least} projets, et non {count}.",
        "برگهٔ {area} دست‌کم {least} طرح دارد، نه {count}.");

    /// <summary>More projects than a ballot may name.</summary>
    public static RefusalKind TooManyProjects { get; } = new(
        "too-many-projects",
        "A ballot for {area} names at most {most} projects, not {count}.",
        "Un bulletin pour {area} nomme au plus {most} projets, et non {count}.",
        "برگهٔ {area} حداکثر {most} طرح دارد، نه {count}.");

    /// <summary>More projects than all ballots of a voter may name together.</summary>
    public static RefusalKind TooManyAltogether { get; } = new(
        "too-many-altogether",
        "All your ballots together name at most {most} projects, not {count}.",
        "Tous vos bulletins ensemble nomment au plus {most} projets, et non {count}.",
        "همهٔ برگه‌های شما با هم حداکثر {most} طرح دارند، نه {count}.");

    /// <summary>Dearer than the area's budget.</summary>
    public static RefusalKind OverBudget { get; } = new(
        "over-budget",
        "The projects chosen cost {cost}, more than the budget of {area}, {budget}.",
        "Les projets choisis coûtent {cost}, plus que le budget de {area}, {budget}.",
        "طرح‌های برگزیده {cost} هزینه دارند، بیش از بودجهٔ {area} که {budget} است.");

    /// <summary>Too little of the area's budget is used.</summary>
    public static RefusalKind UnderSpent { get; } = new(
        "under-spent",
        "The projects chosen cost {cost}; a ballot for {area} uses at least {least}.",
        "Les projets choisis coûtent {cost} ; un bulletin pour {area} emploie au moins {least}.",
        "طرح‌های برگزیده {cost} هزینه دارند؛ برگهٔ {area} دست‌کم {least} را به کار می‌گیرد.");

    /// <summary>More points than a voter has.</summary>
    public static RefusalKind TooManyPoints { get; } = new(
        "too-many-points",
        "A ballot for {area} hands out at most {most} points, not {count}.",
        "Un bulletin pour {area} distribue au plus {most} points, et non {count}.",
        "برگهٔ {area} حداکثر {most} امتیاز می‌دهد، نه {count}.");

    /// <summary>Not all points are handed out.</summary>
    public static RefusalKind PointsLeft { get; } = new(
        "points-left",
        "A ballot for {area} hands out all {most} points, not {count}.",
        "Un bulletin pour {area} distribue les {most} points, et non {count}.",
        "برگهٔ {area} هر {most} امتیاز را می‌دهد، نه {count}.");

    /// <summary>The ranks are not 1, 2, 3 and so on.</summary>
    public static RefusalKind RanksNotInOrder { get; } = new(
        "ranks-not-in-order",
        "The ranks of a ballot for {area} are 1 to {count}, each once.",
        "Les rangs d'un bulletin pour {area} vont de 1 à {count}, chacun une fois.",
        "رتبه‌های برگهٔ {area} از ۱ تا {count} است، هر یک یک بار.");

    /// <summary>In favour of too many projects.</summary>
    public static RefusalKind TooManyFor { get; } = new(
        "too-many-for",
        "A ballot for {area} is in favour of at most {most} projects, not {count}.",
        "Un bulletin pour {area} soutient au plus {most} projets, et non {count}.",
        "برگهٔ {area} حداکثر با {most} طرح موافق است، نه {count}.");

    /// <summary>Against too many projects.</summary>
    public static RefusalKind TooManyAgainst { get; } = new(
        "too-many-against",
        "A ballot for {area} is against at most {most} projects, not {count}.",
        "Un bulletin pour {area} s'oppose à au plus {most} projets, et non {count}.",
        "برگهٔ {area} حداکثر با {most} طرح مخالف است، نه {count}.");

    /// <summary>A project that was chosen costs something else than the voter saw.</summary>
    public static RefusalKind PriceChanged { get; } = new(
        "price-changed",
        "The project {project} cost {old} when you saw it; now it costs {new}.",
        "Le projet {project} coûtait {old} quand vous l'avez vu ; il coûte maintenant {new}.",
        "طرح {project} هنگامی که دیدید {old} هزینه داشت؛ اکنون {new}.");

    /// <summary>The budget is another than the voter saw.</summary>
    public static RefusalKind BallotWasChanged { get; } = new(
        "ballot-changed",
        "The budget of {area} was {old} when you saw it; now it is {new}.",
        "Le budget de {area} était de {old} quand vous l'avez vu ; il est maintenant de {new}.",
        "بودجهٔ {area} هنگامی که دیدید {old} بود؛ اکنون {new} است.");
}

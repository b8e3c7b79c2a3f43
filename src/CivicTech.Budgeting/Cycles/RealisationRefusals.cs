using System.Collections.Immutable;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Why a cycle says no to what is asked about a project that won.</summary>
public static class RealisationRefusals
{
    /// <summary>There is no such project among those that won.</summary>
    public static RefusalKind NoSuchProject { get; } = new(
        "no-such-project",
        "No project {project} has won.",
        "Aucun projet {project} n'a gagné.",
        "پروژهٔ {project} در میان برندگان نیست.");

    /// <summary>The project does not take this command where it stands.</summary>
    public static RefusalKind WrongProjectStatus { get; } = new(
        "wrong-project-status",
        "{project} is {status}: it does not take {command} now.",
        "{project} est dans l'état {status} : il n'accepte pas {command} maintenant.",
        "{project} در وضعیت {status} است و اکنون {command} را نمی‌پذیرد.");

    /// <summary>No project is named.</summary>
    public static RefusalKind NothingToFund { get; } = new(
        "nothing-to-fund",
        "A decision funds at least one project.",
        "Une décision finance au moins un projet.",
        "یک تصمیم دست‌کم یک پروژه را تأمین مالی می‌کند.");

    /// <summary>The weights of milestones do not sum to 100.</summary>
    public static RefusalKind WrongWeights { get; } = new(
        "wrong-weights",
        "The weights of milestones are 1 to 100 each and sum to 100, not to {sum}.",
        "Les poids des jalons vont de 1 à 100 et leur somme vaut 100, non {sum}.",
        "وزن هر مرحله ۱ تا ۱۰۰ است و جمع آن‌ها باید ۱۰۰ باشد، نه {sum}.");

    /// <summary>A milestone stands twice.</summary>
    public static RefusalKind RepeatedMilestone { get; } = new(
        "repeated-milestone",
        "The milestone {milestone} stands twice.",
        "Le jalon {milestone} figure deux fois.",
        "مرحلهٔ {milestone} دو بار آمده است.");

    /// <summary>There is no such milestone.</summary>
    public static RefusalKind NoSuchProjectMilestone { get; } = new(
        "no-such-project-milestone",
        "{project} has no milestone {milestone}.",
        "{project} n'a pas de jalon {milestone}.",
        "{project} مرحله‌ای به نام {milestone} ندارد.");

    /// <summary>A milestone was reached already.</summary>
    public static RefusalKind ReachedAlready { get; } = new(
        "reached-already",
        "The milestone {milestone} was reached on {date}.",
        "Le jalon {milestone} a été atteint le {date}.",
        "مرحلهٔ {milestone} در {date} انجام شده است.");

    /// <summary>A day lies before the start of the project.</summary>
    public static RefusalKind BeforeStart { get; } = new(
        "before-start",
        "{date} lies before the start of the project on {start}.",
        "Le {date} précède le début du projet, le {start}.",
        "{date} پیش از آغاز پروژه در {start} است.");

    /// <summary>A day lies in the future.</summary>
    public static RefusalKind InFuture { get; } = new(
        "in-future",
        "{date} lies in the future: today is {today}.",
        "Le {date} est dans le futur : nous sommes le {today}.",
        "{date} در آینده است: امروز {today} است.");

    /// <summary>A delay makes nothing later.</summary>
    public static RefusalKind NoDelay { get; } = new(
        "no-delay",
        "{date} is not later than the present day, {present}.",
        "Le {date} n'est pas postérieur à la date actuelle, le {present}.",
        "{date} دیرتر از تاریخ کنونی، {present}، نیست.");

    /// <summary>Not study, not work.</summary>
    public static RefusalKind NoPhase { get; } = new(
        "no-phase",
        "A project starts with study or work, not with {phase}.",
        "Un projet commence par l'étude ou les travaux, non par {phase}.",
        "پروژه با مطالعه یا کار آغاز می‌شود، نه با {phase}.");

    /// <summary>Neither or both of total and entry.</summary>
    public static RefusalKind OneAmount { get; } = new(
        "one-amount",
        "Spending is reported as a total or as an entry: exactly one of them.",
        "Une dépense est déclarée comme total ou comme écriture : exactement l'un des deux.",
        "هزینه یا به‌صورت جمع کل یا به‌صورت یک قلم گزارش می‌شود: دقیقاً یکی از آن دو.");

    /// <summary>More was spent than was planned, and no increase was approved.</summary>
    public static RefusalKind OverPlanned { get; } = new(
        "over-planned",
        "{amount} is more than the {left} that may still be spent of {planned}: an increase must be approved first.",
        "{amount} dépasse les {left} encore disponibles sur {planned} : une augmentation doit d'abord être approuvée.",
        "{amount} بیش از {left} باقی‌مانده از {planned} است: نخست باید افزایش بودجه تصویب شود.");

    /// <summary>An increase of nothing.</summary>
    public static RefusalKind NoIncrease { get; } = new(
        "no-increase",
        "An increase is above zero.",
        "Une augmentation est supérieure à zéro.",
        "افزایش باید بیشتر از صفر باشد.");

    /// <summary>An amount that together with others cannot be held.</summary>
    public static RefusalKind IncreaseTooLarge { get; } = new(
        "increase-too-large",
        "An increase by {amount} makes more than an amount can be.",
        "Une augmentation de {amount} dépasse ce qu'un montant peut contenir.",
        "افزایش {amount} از بیشترین مبلغ ممکن می‌گذرد.");

    /// <summary>The left-over account has less.</summary>
    public static RefusalKind LeftoverShort { get; } = new(
        "leftover-short",
        "The left-over account of the area {area} has {left}, less than {amount}.",
        "Le reliquat du secteur {area} est de {left}, moins que {amount}.",
        "ماندهٔ ناحیهٔ {area} برابر {left} است، کمتر از {amount}.");

    /// <summary>Milestones were not reached.</summary>
    public static RefusalKind MilestonesOpen { get; } = new(
        "milestones-open",
        "{project} is done to {progress} %: all milestones are reached before it is finished.",
        "{project} est réalisé à {progress} % : tous les jalons sont atteints avant l'achèvement.",
        "{progress} درصد از {project} انجام شده است: پیش از پایان باید همهٔ مراحل انجام شده باشد.");

    /// <summary>It cannot be merged with that one.</summary>
    public static RefusalKind CannotMerge { get; } = new(
        "cannot-merge",
        "{project} cannot be merged into {into}: expected another project of its area that is funded and has not ended.",
        "{project} ne peut être fusionné dans {into} : il faut un autre projet du même secteur, financé et non terminé.",
        "{project} را نمی‌توان در {into} ادغام کرد: پروژهٔ دیگری از همان ناحیه لازم است که تأمین مالی شده و پایان نیافته باشد.");

    /// <summary>Projects are still under way.</summary>
    public static RefusalKind ProjectsOpen { get; } = new(
        "projects-open",
        "{count} projects are neither finished nor abandoned nor merged.",
        "{count} projets ne sont ni achevés, ni abandonnés, ni fusionnés.",
        "{count} پروژه نه پایان یافته، نه رها شده و نه ادغام شده است.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<RefusalKind> All { get; } =
    [
        NoSuchProject, WrongProjectStatus, NothingToFund, WrongWeights, RepeatedMilestone, NoSuchProjectMilestone, ReachedAlready, BeforeStart, InFuture, NoDelay, NoPhase, OneAmount, OverPlanned,
        NoIncrease, IncreaseTooLarge, LeftoverShort, MilestonesOpen, CannotMerge, ProjectsOpen,
    ];
}

using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using NodaTime;

namespace ExpertPanel;

/// <summary>Larkmere, a made-up town that asks which of its services residents could run themselves.</summary>
internal static class Town
{
    internal const string Study = "larkmere-2027";
    internal const string Zone = "Europe/Brussels";

    internal const string Transformation = "transformation";
    internal const string Process = "process";
    internal const string Staff = "staff";
    internal const string Executive = "executive";

    /// <summary>The departments, each with a panel of its own.</summary>
    internal static ImmutableArray<string> Departments { get; } = ["parks", "culture", "mobility", "planning", "works", "housing", "finance"];

    internal static ImmutableArray<string> Inclusion { get; } = ["holds-a-post", "five-years-of-practice", "knows-urban-programmes", "knows-participation"];

    /// <summary>The published procedure, with what Larkmere changes.</summary>
    internal static DelphiProtocol Protocol { get; } = DelphiPresets.Isfahan(Study, "texts/larkmere-2027", [.. Departments.Select(Panel)]) with
    {
        Inclusion = Inclusion,
        MayAbstain = true,
        Missing = MissingAnswers.LeaveOutItems,
        Reminders = [Duration.FromDays(3), Duration.FromDays(1)],
    };

    /// <summary>From everything that the town does to what is a service to residents.</summary>
    internal static FunnelStage Inventory { get; } = new()
    {
        Name = "services to residents",
        In = 978,
        Kept = 368,
        Removed = [new FunnelRemoval { Reason = "between public bodies", Count = 391 }, new FunnelRemoval { Reason = "to the town's own staff", Count = 217 }],
        Unaccounted = 2,
        Explanation = "two entries were lost when the lists of the departments were joined",
    };

    private static PanelPlan Panel(string department) => new()
    {
        Id = department,
        Roles =
        [
            new RoleQuota { Role = Transformation, Seats = 2 },
            new RoleQuota { Role = Process, Seats = 4 },
            new RoleQuota { Role = Staff, Seats = 4 },
            new RoleQuota { Role = Executive, Seats = 2 },
        ],
    };
}

using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Panels;

namespace ExpertPanel;

/// <summary>Whom the town invites: 6 people who sit on all panels, and 6 owners of services for each.</summary>
internal static class Crowd
{
    internal const string Declines = "parks-staff-3";
    internal const string Replaces = "parks-staff-5";
    internal const string Leaves = "parks-staff-4";
    internal const string NeverAnswers = "finance-staff-2";

    internal static ImmutableArray<InviteExpert> Invitations { get; } =
    [
        .. Shared(Town.Transformation, 2),
        .. Shared(Town.Process, 4),
        .. Town.Departments.SelectMany(department => Owners(department, Town.Staff, 4).Concat(Owners(department, Town.Executive, 2))),
    ];

    internal static InviteExpert Owner(string department, string role, string id) => Invitation(id, new Seat { Panel = department, Role = role });

    /// <summary>Those who need a reminder, or two.</summary>
    internal static bool IsSlow(string expert, int reminders) => Draw.Between(0, 11, $"slow/{expert}") < 3 - reminders || expert == NeverAnswers;

    private static IEnumerable<InviteExpert> Shared(string role, int count) =>
        Enumerable.Range(1, count).Select(number => Invitation($"{role}-{number}", [.. Town.Departments.Select(department => new Seat { Panel = department, Role = role })]));

    private static IEnumerable<InviteExpert> Owners(string department, string role, int count) =>
        Enumerable.Range(1, count).Select(number => Owner(department, role, $"{department}-{role}-{number}"));

    private static InviteExpert Invitation(string id, params ImmutableArray<Seat> seats) => new() { Expert = id, Seats = seats, Meets = Town.Inclusion };
}

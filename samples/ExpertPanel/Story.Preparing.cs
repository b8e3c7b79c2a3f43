using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;

namespace ExpertPanel;

/// <summary>Before the first question.</summary>
internal sealed partial class Story
{
    private async Task PlanAsync()
    {
        _page.Heading("Larkmere, a made-up town, asks experts which of its services residents could run themselves");
        await GoToAsync(1, 11);
        await DoAsync(new PlanStudy { Protocol = Town.Protocol });
        _page.Say("The rules are written down before anybody answers. Answers go from 1 (not possible) to 5 (very well possible). A service whose mean is 3 or less is dropped. The study ends when W of every panel has moved by less than 1/5 since the round before.");
        _page.More("W (Kendall's) says how alike the members of a panel order the services: 0 not at all, 1 completely. Who gives every service the same answer orders nothing, and is left out of it.");
        foreach (var warning in ProtocolWarnings.Of(Town.Protocol))
        {
            _page.More($"Warning: {warning.Text}");
        }

        _page.Say("The funnel: of 978 processes, 368 are services to residents. Two are lost; at first nobody says so.");
        await RefuseAsync(new RecordFunnelStage { Stage = Town.Inventory with { Unaccounted = 0, Explanation = null } });
        await DoAsync(new RecordFunnelStage { Stage = Town.Inventory });
        _page.More($"Stated, it is taken: {Town.Inventory.Explanation}.");
    }

    private async Task InviteAsync()
    {
        _page.Heading("Seven panels of twelve, with members in common");
        await GoToAsync(1, 18);
        foreach (var invitation in Crowd.Invitations)
        {
            await DoAsync(invitation);
        }

        _page.Say($"{Crowd.Invitations.Length} people are invited for {Town.Protocol.Panels.Sum(panel => panel.Seats)} seats. The mayor's cousin, and a thirteenth member, are not:");
        await RefuseAsync(Crowd.Owner("culture", Town.Staff, "cousin") with { Meets = ["knows-participation"] });
        await RefuseAsync(Crowd.Owner("culture", Town.Executive, "culture-executive-3"));
        await GoToAsync(1, 25);
        foreach (var invitation in Crowd.Invitations)
        {
            await DoAsync(new AnswerInvitation { Expert = invitation.Expert, Accepts = invitation.Expert != Crowd.Declines });
        }

        await DoAsync(Crowd.Owner("parks", Town.Staff, Crowd.Replaces));
        await DoAsync(new AnswerInvitation { Expert = Crowd.Replaces, Accepts = true });
        await GoToAsync(1, 25, 10);
        _page.Say($"{Crowd.Declines} declines, which frees the seat for {Crowd.Replaces}. {_told.People(NoticeKind.Invitation).Sum()} invitations went out.");
        var joined = new List<Expert>();
        await foreach (var expert in _studies.ExpertsAsync(Town.Study))
        {
            if (expert.Status == ExpertStatus.Joined)
            {
                joined.Add(expert);
            }
        }

        var table = new Columns("role", "seats on each panel", "seats taken", "people");
        foreach (var quota in Town.Protocol.Panels[0].Roles)
        {
            var taken = joined.SelectMany(expert => expert.Seats).Count(seat => seat.Role == quota.Role);
            table.Add(quota.Role, $"{quota.Seats}", $"{taken}", $"{joined.Count(expert => expert.Seats.Any(seat => seat.Role == quota.Role))}");
        }

        _page.Table(table);
        _page.More($"The experts in transformation and in processes sit on all seven panels: {joined.Count} people take {joined.Sum(expert => expert.Seats.Length)} seats.");
    }

    private async Task RegisterAsync()
    {
        _page.Heading("What is asked");
        await GoToAsync(2, 8);
        await DoAsync(new RegisterItems { Items = [.. Services.All.Select(service => new NewItem { Id = service.Id, Text = $"texts/{service.Id}", Panels = service.Panels })] });
        await DoAsync(new ScreenItems
        {
            Stage = "allowed by law",
            Removed = [.. Services.All.Where(service => service.Forbidden is not null).Select(service => new ItemRemoval { Item = service.Id, Reason = service.Forbidden! })],
        });
        _page.Say("The 368 services are registered, and lawyers take out what the law forbids, each with its reason.");
        var funnel = (await _studies.OverviewAsync(Town.Study))!.Funnel;
        TellFunnel(funnel);
        var joint = Services.All.Count(service => service.Forbidden is null && service.Panels.Length > 1);
        _page.More($"{joint} of the {funnel.Kept} services belong to several departments: their panels rate them together, and each person counts once.");
    }
}

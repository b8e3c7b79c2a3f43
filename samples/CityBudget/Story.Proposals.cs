using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Proposals;
using CivicTech.Ties;

namespace CityBudget;

/// <summary>From the first idea to the official ballot.</summary>
internal sealed partial class Story
{
    private async Task ProposeAsync()
    {
        Heading("The city plans a year, and publishes the rules");
        await DoAsync(new PlanCycle { Plan = City.Plan });
        await DoAsync(new PublishPlan());
        var overview = (await _cycles.OverviewAsync(City.Id))!;
        _console.Write(overview.Calendar.ToText());
        Say($"The rules are frozen: {overview.Head.Rules}");

        Heading("Proposals of residents");
        await RefuseAsync(CycleRoles.Citizen, "amina", Submission(Idea.All[0]));
        await GoToAsync(2027, 1, 11);
        foreach (var idea in Idea.All)
        {
            await DoAsync(CycleRoles.Citizen, idea.Author, Submission(idea));
        }

        // The page was slow, and the button was pressed twice.
        await DoAsync(CycleRoles.Citizen, "amina", Submission(Idea.All[0]));
        await DoAsync(CycleRoles.Citizen, "yann", Submission(new Idea("more-police", "north", "yann", 0, 0)));
        await DoAsync(CycleRoles.Citizen, "zoe", Submission(new Idea("harbour-opera", City.WholeCity, "zoe", 9_000_000, 0)));
        await SupportAsync("shade-trees-north", 0, 120);
        await SupportAsync("shade-trees-west", 60, 150);
        await DoAsync(CycleRoles.Citizen, "bruno", new AddAuthor { Proposal = "school-garden", Author = "ines" });
        await DoAsync(CycleRoles.Citizen, "ines", new ConfirmAuthor { Proposal = "school-garden" });
        Say($"{(await _cycles.OverviewAsync(City.Id))!.Head.ProposalsSubmitted} proposals; the first is {(await _cycles.ProposalAsync(City.Id, "bicycle-racks"))!.Reference}");
        await GoToAsync(2027, 3, 1, 0);
        await RefuseAsync(CycleRoles.Citizen, "yann", Submission(new Idea("too-late", "north", "yann", 0, 0)));
    }

    private async Task ReviewAsync()
    {
        Heading("Officials look at every proposal, by the four criteria of Paris");
        await GoToAsync(2027, 3, 8);
        await DoAsync(CycleRoles.Citizen, "paula", new CommentOnProposal { Proposal = "school-garden", Comment = "c1", Author = "paula", Text = "comments/c1" });
        foreach (var idea in Idea.All.Append(new Idea("harbour-opera", City.WholeCity, "zoe", 9_000_000, 0)))
        {
            foreach (var criterion in AdmissibilityCriterion.Paris)
            {
                await AssessAsync(idea.Id, criterion.Id, Finding.Met, null);
            }
        }

        await AssessAsync("more-police", "public-interest", Finding.Met, null);
        await RefuseAsync(CycleRoles.Officer, "officer-1", new AssessProposal { Proposal = "more-police", Reviewer = "officer-1", Criterion = "investment", Finding = Finding.NotMet });
        await AssessAsync("more-police", "investment", Finding.NotMet, "reasons/wages-are-running-costs");
        Say("more-police is eliminated, with a reason; its author is told");
        foreach (var idea in Idea.All)
        {
            if (idea.Id != "river-steps")
            {
                await DoAsync(CycleRoles.Officer, "officer-2", new DecideFeasibility { Proposal = idea.Id, IsFeasible = true });
                await PriceAsync(idea.Id, idea.Price);
            }
        }

        await DoAsync(CycleRoles.Officer, "officer-2", new DecideFeasibility { Proposal = "harbour-opera", IsFeasible = false, Reason = "reasons/no-ground" });
        await DoAsync(CycleRoles.Officer, "officer-2", new DecideFeasibility { Proposal = "river-steps", IsFeasible = false, Reason = "reasons/flood-zone" });
        await GoToAsync(2027, 3, 15);
        await DoAsync(CycleRoles.Citizen, "karim", new FileAppeal { Proposal = "river-steps", Grounds = "appeals/steps-may-flood" });
        await GoToAsync(2027, 4, 2);
        await DoAsync(CycleRoles.Officer, "officer-3", new DecideAppeal { Proposal = "river-steps", IsUpheld = true, Reason = "reasons/they-may-indeed" });
        await PriceAsync("river-steps", Idea.All.Single(idea => idea.Id == "river-steps").Price);
        Say("river-steps was found infeasible; karim appealed within 14 days, and was right");
        await RefuseAsync(CycleRoles.Citizen, "zoe", new FileAppeal { Proposal = "harbour-opera", Grounds = "appeals/but-music" });
    }

    private async Task FreezeAsync()
    {
        Heading("Similar proposals become one; the ballot is fixed");
        await GoToAsync(2027, 6, 14);
        var (north, west) = ((await _cycles.ProposalAsync(City.Id, "shade-trees-north"))!, (await _cycles.ProposalAsync(City.Id, "shade-trees-west"))!);
        await DoAsync(CycleRoles.Officer, "officer-1", new GroupProposals
        {
            Proposal = Idea.Group.Id,
            Parts = [north.Id, west.Id],
            Content = new ProposalContent { Area = Idea.Group.Area, Text = "texts/shade-trees" },
        });
        var group = (await _cycles.ProposalAsync(City.Id, "shade-trees"))!;
        Say($"{north.Id} has {north.Supports} supports, {west.Id} {west.Supports}; together {group.Supports} people, by {string.Join(" and ", group.Authors)}");
        await DoAsync(CycleRoles.Officer, "officer-1", new RewordProposal { Proposal = "shade-trees", Text = "texts/shade-trees-2", Meeting = "minutes/workshop-3", Participants = 41 });
        await DoAsync(CycleRoles.Officer, "officer-2", new DecideFeasibility { Proposal = "shade-trees", IsFeasible = true });
        await PriceAsync("shade-trees", Idea.Group.Price);

        await GoToAsync(2027, 8, 30);
        await DoAsync(new ShortlistProposals());
        await DoAsync(new FreezeBallot { OrderSeed = "the lottery numbers of 29 August: 4 8 15 16 23 42", Commitment = LotSeed.Commit(Secret), PublicValue = "the lottery numbers of 10 October" });
        await _cycles.AdvanceDueAsync();
        var ballot = (await _cycles.BallotAsync(City.Id))!;
        Say($"{ballot.Projects.Length} projects on the ballot: {ballot.Digest}");
        foreach (var set in ballot.Projects.SelectMany(project => project.ExclusionGroups.Select(name => (name, project.Id))).GroupBy(pair => pair.name, pair => pair.Id, StringComparer.Ordinal))
        {
            Say($"At most one of {string.Join(", ", set)} can win: they want the same place");
        }

        Say($"{_told.Count(NoticeKind.ProposalOnBallot)} authors' groups were told");
    }

    private static SubmitProposal Submission(Idea idea) => new()
    {
        Key = $"form of {idea.Id}",
        Proposal = idea.Id,
        Author = idea.Author,
        Content = new ProposalContent { Area = idea.Area, Text = $"texts/{idea.Id}", Pictures = [$"pictures/{idea.Id}"], Place = idea.Place is { } place ? new ProposalPlace { Reference = place } : null },
    };

    private async Task SupportAsync(string proposal, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            await DoAsync(CycleRoles.Citizen, $"resident-{i}", new SupportProposal { Proposal = proposal, Person = $"resident-{i}" });
        }
    }

    private Task AssessAsync(string proposal, string criterion, Finding finding, string? reason) =>
        DoAsync(CycleRoles.Officer, "officer-1", new AssessProposal { Proposal = proposal, Reviewer = "officer-1", Criterion = criterion, Finding = finding, Reason = reason });

    private Task PriceAsync(string proposal, int euros) =>
        DoAsync(CycleRoles.Officer, "officer-2", new SetPrice { Proposal = proposal, Price = City.Eur(euros), Explanation = $"prices/{proposal}" });
}

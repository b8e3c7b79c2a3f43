using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Time;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

/// <summary>What is stored of proposals stays readable: the verified files are what version 1 wrote.</summary>
public sealed class ProposalJsonTests
{
    private static readonly ProposalContent SomeContent = new()
    {
        Area = "north", Theme = "nature", Place = new ProposalPlace { Reference = "square", Latitude = 48_856_600, Longitude = -2_352_200 }, Text = "text/1", Pictures = ["picture/1"], Submitter = SubmitterKind.Council,
    };

    private static readonly ProposalDecision Decision = new() { At = Start, Reason = "reason/1", PublicFrom = Start, AppealBefore = Deadline.EndOf(new(2026, 6, 30), Zone) };

    private static readonly ShortlistEntry Entry = new() { Proposal = "p1", Supports = 3, Place = 2, IsChosen = true, PublicFrom = Start };

    private static readonly Proposal Whole = new()
    {
        Id = "p1", Number = 7, Content = SomeContent, Authors = ["ann", "bob"], Invited = ["cem"], SubmittedAt = Start, ShownFrom = Start, HiddenFor = "reason/2", Status = ProposalStatus.Shortlisted,
        Announced = ProposalStatus.Submitted, AnnouncedFrom = Start, Supports = 3, Comments = 2,
        Assessments = [new() { Criterion = "resident", Reviewer = "rob", Finding = Finding.NotMet, Reason = "reason/3", At = Start }],
        Decision = Decision, Price = Eur(12), PriceExplanation = "price/1",
        Appeals = [new() { Against = ProposalStatus.Inadmissible, Grounds = "grounds/1", FiledAt = Start, IsUpheld = true, Reason = "reason/4" }],
        Shortlist = Entry, MadeOf = ["p2", "p3"], Became = ["p4", "p5"], Steps = 9,
    };

    private static readonly Proposal Plain = new() { Id = "p1", Number = 1, Content = Content(), Authors = ["ann"], SubmittedAt = Start, ShownFrom = Start, Status = ProposalStatus.Submitted };

    private static readonly ProposalCommand[] Commands =
    [
        new SubmitProposal { Key = "k", By = "ann", Proposal = "p1", Author = "ann", Content = SomeContent, Eligibility = [new() { Criterion = "resident", Finding = Finding.Met }] },
        new EditProposal { By = "ann", Proposal = "p1", Content = Content() },
        new WithdrawProposal { By = "ann", Proposal = "p1", Reason = "reason/1" },
        new AddAuthor { By = "ann", Proposal = "p1", Author = "bob" },
        new ConfirmAuthor { By = "bob", Proposal = "p1" },
        new CommentOnProposal { Proposal = "p1", Comment = "c1", Author = "bob", Text = "text/2", ReplyTo = "c0" },
        new SupportProposal { Proposal = "p1", Person = "s1", Eligibility = [new() { Criterion = "resident", Finding = Finding.Unknown }] },
        new WithdrawSupport { Proposal = "p1", Person = "s1" },
        Officer(new HideProposal { Proposal = "p1", Reason = "reason/1" }),
        Officer(new ShowProposal { Proposal = "p1", Reason = "reason/1" }),
        Officer(new HideComment { Proposal = "p1", Comment = "c1", Reason = "reason/1" }),
        Officer(new ShowComment { Proposal = "p1", Comment = "c1", Reason = "reason/1" }),
        Officer(new AssessProposal { Proposal = "p1", Reviewer = "rob", Criterion = "resident", Finding = Finding.NotMet, Reason = "reason/1" }),
        Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = false, Reason = "reason/1" }),
        Officer(new SetPrice { Proposal = "p1", Price = Eur(12), Explanation = "price/1" }),
        new FileAppeal { By = "ann", Proposal = "p1", Grounds = "grounds/1" },
        Officer(new DecideAppeal { Proposal = "p1", IsUpheld = true, Reason = "reason/1" }),
        Officer(new RewordProposal { Proposal = "p1", Text = "text/3", Meeting = "meeting/1", Participants = 23 }),
        Officer(new GroupProposals { Proposal = "g", Parts = ["p1", "p2"], Content = SomeContent }),
        Officer(new SplitProposal { Proposal = "p1", Parts = [new() { Proposal = "x", Content = Content() }, new() { Proposal = "y", Content = Content() }] }),
        Officer(new ShortlistProposals { Area = "north" }),
        Officer(new ShortlistByHand { Area = "north", Chosen = ["p1"], Reason = "jury/1" }),
    ];

    private static readonly ProposalEvent[] Events =
    [
        new ProposalSubmitted { Proposal = Plain },
        new ProposalEdited { Proposal = "p1", Content = SomeContent },
        new ProposalWithdrawn { Proposal = "p1", Reason = "reason/1" },
        new AuthorNamed { Proposal = "p1", Author = "bob" },
        new AuthorJoined { Proposal = "p1", Author = "bob" },
        new CommentPosted { Proposal = "p1", Comment = "c1", Content = new() { Author = "bob", Text = "text/2", ReplyTo = "c0", At = Start } },
        new CommentModerated { Proposal = "p1", Comment = "c1", IsHidden = true, Reason = "reason/1" },
        new ProposalModerated { Proposal = "p1", IsHidden = true, Reason = "reason/1" },
        new ProposalSupported { Proposal = "p1", Person = "s1", At = Start },
        new SupportWithdrawn { Proposal = "p1", Person = "s1" },
        new ProposalAssessed { Proposal = "p1", Assessment = Whole.Assessments[0] },
        new ProposalDecided { Proposal = "p1", Status = ProposalStatus.Infeasible, Decision = Decision },
        new PriceSet { Proposal = "p1", Price = Eur(12), Explanation = "price/1" },
        new AppealFiled { Proposal = "p1", Grounds = "grounds/1", At = Start },
        new AppealDecided { Proposal = "p1", IsUpheld = true, Status = ProposalStatus.Feasible, Reason = "reason/1", At = Start },
        new ProposalReworded { Proposal = "p1", Text = "text/3", Meeting = "meeting/1", Participants = 23 },
        new ProposalsGrouped { Group = Whole },
        new ProposalSplit { Proposal = "p1", Parts = [Plain, Whole] },
        new ProposalsShortlisted { At = Start, Area = "north", Reason = "jury/1", Entries = [Entry] },
        new ProposalsPutOnBallot { Proposals = ["p1", "p2"] },
        new ProposalsTakenOffBallot { Proposals = ["p1"], Reason = "reason/1" },
    ];

    private static readonly ProposalPlan WholePlan = Rules with
    {
        Reviewers = 2, Moderation = ModerationMode.Hold, HoldHours = 48, MostPerPerson = 3, SubmitterConditions = ["resident"], SupporterConditions = ["of-age"], LowestPrice = Eur(1), HighestPrice = Eur(9),
        Shortlist = ShortlistRule.TopOfArea(5) with { Ties = ShortlistTies.ByNumber }, PublishesTogether = "publication",
    };

    [Fact]
    public void Samples_OfEveryKind_AreThere()
    {
        Assert.Equal(KindsOf<CycleCommand, ProposalCommand>(), [.. Commands.Select(sample => sample.GetType())]);
        Assert.Equal(KindsOf<CycleEvent, ProposalEvent>(), [.. Events.Select(sample => sample.GetType())]);
    }

    [Fact]
    public void Commands_OfEveryKind_AreAsVersion1WroteThem() => Golden.Verify(string.Join('\n', Commands.Select(Write)), "json.txt");

    [Fact]
    public void Events_OfEveryKind_AreAsVersion1WroteThem() => Golden.Verify(string.Join('\n', Events.Select(one => Write(one))), "json.txt");

    [Fact]
    public void Documents_OfEveryKind_AreAsVersion1WroteThem() => Golden.Verify(
        string.Join(
            '\n',
            Write(Whole, CycleJson.Default.Proposal),
            Write(new ProposalSupport { At = Start }, CycleJson.Default.ProposalSupport),
            Write(new ProposalComment { Author = "bob", Text = "text/2", ReplyTo = "c0", At = Start, HiddenFor = "reason/1" }, CycleJson.Default.ProposalComment),
            Write(new Proposer { Proposals = 2 }, CycleJson.Default.Proposer),
            JsonNode.Parse(Write(Plan(WholePlan), CycleJson.Default.CyclePlan))!["calendar"]!.ToJsonString(),
            JsonNode.Parse(Write(Plan(WholePlan), CycleJson.Default.CyclePlan))!["proposals"]!.ToJsonString()),
        "json.txt");

    [Fact]
    public void Everything_WrittenAndRead_IsEqual()
    {
        Assert.All(Commands, command => Assert.Equal(command, JsonSerializer.Deserialize(Write(command), CycleJson.Default.CycleCommand)));
        Assert.Equal(Events, JsonSerializer.Deserialize(JsonSerializer.Serialize<CycleEvent[]>([.. Events], CycleJson.Default.CycleEventArray), CycleJson.Default.CycleEventArray)!);
        Assert.All(new[] { Plain, Whole }, proposal => Assert.Equal(proposal, JsonSerializer.Deserialize(Write(proposal, CycleJson.Default.Proposal), CycleJson.Default.Proposal)));
        Assert.Equal(Plan(WholePlan), JsonSerializer.Deserialize(Write(Plan(WholePlan), CycleJson.Default.CyclePlan), CycleJson.Default.CyclePlan));
    }

    [Fact]
    public void Plan_WithSingleMembersLeftOut_HasTheDefaults()
    {
        foreach (var member in JsonNode.Parse(Write(Plan(WholePlan), CycleJson.Default.CyclePlan))!["proposals"]!.AsObject().Select(member => member.Key).ToList())
        {
            var json = JsonNode.Parse(Write(Plan(WholePlan), CycleJson.Default.CyclePlan))!;
            json["proposals"]!.AsObject().Remove(member);
            var property = typeof(ProposalPlan).GetProperties().Single(one => string.Equals(one.Name, member, StringComparison.OrdinalIgnoreCase));
            var read = JsonSerializer.Deserialize(json.ToJsonString(), CycleJson.Default.CyclePlan)!.Proposals;
            var (expected, actual) = (property.GetValue(new ProposalPlan()), property.GetValue(read));
            Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
            Assert.NotEqual(WholePlan, read);
        }
    }

    [Fact]
    public void Calendar_WithSingleMembersLeftOut_HasTheDefaults()
    {
        const string json = """{"stages":[{"name":"a","starts":{"local":"2026-01-01T00:00:00","zone":"Europe/Paris"},"ends":{"local":"2026-02-01T00:00:00","zone":"Europe/Paris"}}]}""";
        var plan = JsonNode.Parse(Write(Plan(), CycleJson.Default.CyclePlan))!;
        plan["calendar"] = JsonNode.Parse(json);
        var calendar = JsonSerializer.Deserialize(plan.ToJsonString(), CycleJson.Default.CyclePlan)!.Calendar;

        Assert.Equal(new() { Stages = [Stage("a", new(2026, 1, 1, 0, 0), new(2026, 2, 1, 0, 0))] }, calendar);
        Assert.False(calendar.Permits(Budgeting.Calendars.Activity.Vote, "citizen", "north", Start));
    }

    private static string Write(ProposalCommand command) => JsonSerializer.Serialize<CycleCommand>(command, CycleJson.Default.CycleCommand);

    private static string Write(ProposalEvent happened) => JsonSerializer.Serialize<CycleEvent[]>([happened], CycleJson.Default.CycleEventArray);

    private static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static HashSet<Type> KindsOf<T, TOwn>() => [.. typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).Where(kind => kind.IsAssignableTo(typeof(TOwn)))];
}

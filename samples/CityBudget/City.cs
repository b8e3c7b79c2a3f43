using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Designs;
using NodaTime;

namespace CityBudget;

/// <summary>Clairval, a made-up city: four districts and the city as a whole. Paris's calendar; everybody from 16 on chooses up to three projects of the own district and of the city.</summary>
internal static class City
{
    internal const string Id = "clairval-2027";
    internal const string Zone = "Europe/Paris";
    internal const string WholeCity = "city";

    internal static ImmutableArray<string> Districts { get; } = ["north", "east", "south", "west"];

    internal static Currency Euro { get; } = Currency.Of("EUR");

    internal static LocalDate RegisterDay { get; } = new(2027, 8, 31);

    internal static CyclePlan Plan { get; } = Make();

    internal static Money Eur(decimal amount) => Money.Of(amount, Euro);

    private static CyclePlan Make()
    {
        var paris = CyclePresets.Paris(new CycleBasics
        {
            Id = Id,
            Description = "texts/clairval-2027",
            Currency = Euro,
            Zone = Zone,
            Year = 2027,
            Areas = [.. Districts.Select(district => new VotingArea { Id = district, Budget = Eur(300_000) }), new VotingArea { Id = WholeCity, IsWholeCity = true, Budget = Eur(800_000) }],
        });
        return paris with
        {
            Proposals = paris.Proposals with { TakesSupports = true, MostPerPerson = 3 },
            Calendar = paris.Calendar with { Always = [.. paris.Calendar.Always, YearPermits.Supports] },
            Voting = paris.Voting with
            {
                Access = AreaAccess.OwnAndWholeCity,
                Design = new ApprovalDesign { Minimum = 1, Maximum = 3 },
                Submission = Submission.ReviseUntilClose,
                Precedence = ChannelPrecedence.FirstCounts,
                Voters = new VoterRule { MinimumAge = 16, AgeAsOf = RegisterDay, ResidenceAsOf = RegisterDay },
            },
            MidVote = MidVoteRule.Release,
            Count = new CountPlan
            {
                Rule = RuleChoice.Of(EqualShares.Wieliczka2023),
                Comparison = RuleChoice.ByVotes,
                Ties = ["highest-votes", "lot"],
                MinimumVotes = 50,
            },
        };
    }
}

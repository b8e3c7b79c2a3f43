using System.Diagnostics.CodeAnalysis;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace CivicTech.Budgeting;

/// <summary>Wires participatory budgeting into a host.</summary>
public static class BudgetingBuilderExtensions
{
    /// <summary>
    /// Adds the rules of this package to the <see cref="RuleRegistry"/>, and <see cref="IBudgetCycles"/>. A host that runs cycles also says where processes are kept
    /// (<see cref="ProcessBuilderExtensions.UseProcessStore{TStore}"/>), where ballots are, who votes, and how people are told. Safe to call many times.
    /// </summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    public static CivicTechBuilder AddBudgeting(this CivicTechBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddClock();

        // By hand: a host that only wants the rules has no store, and a container that is validated when it is built must not ask for one.
        builder.Services.TryAddSingleton<IBudgetCycles>(services => new CycleRunner(
            services.GetRequiredService<IProcessStore>(),
            services.GetRequiredService<IBallotBox>(),
            services.GetRequiredService<IElectoralRoll>(),
            services.GetRequiredService<VoterKeys>(),
            services.GetRequiredService<ICycleNotices>(),
            services.GetRequiredService<RuleRegistry>(),
            services.GetRequiredService<IClock>()));
        return builder.AddRules<BudgetingRules>();
    }

    /// <summary>Keeps ballots in the host's box; what is said first holds.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <typeparam name="TBox">Made by the container, once; safe for many threads.</typeparam>
    public static CivicTechBuilder UseBallotBox<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TBox>(this CivicTechBuilder builder)
        where TBox : class, IBallotBox
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IBallotBox, TBox>();
        return builder;
    }

    /// <summary>Asks the host's electoral roll who votes, under keys that are made with a secret; what is said first holds.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <param name="keys">Makes the pseudonyms of voters.</param>
    /// <typeparam name="TRoll">Made by the container, once; safe for many threads.</typeparam>
    public static CivicTechBuilder UseElectoralRoll<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRoll>(this CivicTechBuilder builder, VoterKeys keys)
        where TRoll : class, IElectoralRoll
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(keys);
        builder.Services.TryAddSingleton(keys);
        builder.Services.TryAddSingleton<IElectoralRoll, TRoll>();
        return builder;
    }

    /// <summary>Keeps ballots and the roll in memory, and loses them with the process: for tests and demonstrations. The roll is resolved and filled as <see cref="InMemoryElectoralRoll"/>.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <param name="keys">Makes the pseudonyms of voters.</param>
    public static CivicTechBuilder UseInMemoryVoting(this CivicTechBuilder builder, VoterKeys keys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<InMemoryElectoralRoll>();
        builder.Services.TryAddSingleton<IElectoralRoll>(services => services.GetRequiredService<InMemoryElectoralRoll>());
        return builder.UseBallotBox<InMemoryBallotBox>().UseElectoralRoll<InMemoryElectoralRoll>(keys);
    }

    /// <summary>Tells people by the host's own means; what is said first holds.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <typeparam name="TNotices">Made by the container, once; safe for many threads.</typeparam>
    public static CivicTechBuilder UseCycleNotices<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNotices>(this CivicTechBuilder builder)
        where TNotices : class, ICycleNotices
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ICycleNotices, TNotices>();
        return builder;
    }
}

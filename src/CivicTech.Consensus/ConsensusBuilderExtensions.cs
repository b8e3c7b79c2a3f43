using System.Diagnostics.CodeAnalysis;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CivicTech.Consensus;

/// <summary>Wires vote tallying and the measures of agreement into a host.</summary>
public static class ConsensusBuilderExtensions
{
    /// <summary>
    /// Adds the rules of this package to the <see cref="RuleRegistry"/>, <see cref="KendallW"/> with the host's <see cref="ConcordanceOptions"/>, which are checked when the host starts, and
    /// <see cref="IDelphiStudies"/>. A host that runs studies also says where processes are kept (<see cref="ProcessBuilderExtensions.UseProcessStore{TStore}"/>) and how people are told;
    /// its own rules of consensus it registers as <see cref="IConsensusRule"/>. Safe to call many times.
    /// </summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <param name="configure">Changes the options; null leaves them as they are.</param>
    public static CivicTechBuilder AddConsensus(this CivicTechBuilder builder, Action<ConcordanceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddRules<ConsensusRules>();
        builder.Services.AddOptionsWithValidateOnStart<ConcordanceOptions, ConcordanceOptionsValidator>();
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.TryAddSingleton(provider => new KendallW(provider.GetRequiredService<IOptions<ConcordanceOptions>>().Value));
        builder.Services.TryAddClock();

        // By hand: a host that only tallies has no store, and a container that is validated when it is built must not ask for one.
        builder.Services.TryAddSingleton<IDelphiStudies>(provider => new DelphiRunner(
            provider.GetRequiredService<IProcessStore>(),
            provider.GetRequiredService<IStudyNotices>(),
            provider.GetRequiredService<IClock>(),
            provider.GetServices<IConsensusRule>()));
        return builder;
    }

    /// <summary>Tells the people of a study by the host's own means; what is said first holds.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <typeparam name="TNotices">Made by the container, once; safe for many threads.</typeparam>
    public static CivicTechBuilder UseStudyNotices<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNotices>(this CivicTechBuilder builder)
        where TNotices : class, IStudyNotices
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IStudyNotices, TNotices>();
        return builder;
    }
}

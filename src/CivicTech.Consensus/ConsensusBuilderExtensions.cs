using CivicTech.Consensus.Concordance;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CivicTech.Consensus;

/// <summary>Wires vote tallying and the measures of agreement into a host.</summary>
public static class ConsensusBuilderExtensions
{
    /// <summary>
    /// Adds the rules of this package to the <see cref="RuleRegistry"/>, and <see cref="KendallW"/> with the host's <see cref="ConcordanceOptions"/>, which are checked when the host starts.
    /// Safe to call many times.
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
        return builder;
    }
}

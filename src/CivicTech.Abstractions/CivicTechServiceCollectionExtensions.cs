using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CivicTech;

/// <summary>Wires CivicTech into a host.</summary>
public static class CivicTechServiceCollectionExtensions
{
    /// <summary>Adds what the packages share: the <see cref="RuleRegistry"/>. Safe to call many times.</summary>
    /// <param name="services">The host's services; a registration of its own is kept.</param>
    /// <returns>The builder that every package extends.</returns>
    public static CivicTechBuilder AddCivicTech(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new RuleRegistry(provider.GetServices<IRuleSource>()));
        return new CivicTechBuilder(services);
    }
}

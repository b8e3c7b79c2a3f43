using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CivicTech;

/// <summary>Where the packages of CivicTech add themselves: <c>services.AddCivicTech().AddBudgeting()</c>.</summary>
public sealed class CivicTechBuilder
{
    internal CivicTechBuilder(IServiceCollection services)
    {
        Services = services;
    }

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a source of rules; adding the same type again changes nothing.</summary>
    /// <typeparam name="TSource">Made by the container, once.</typeparam>
    public CivicTechBuilder AddRules<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IRuleSource
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IRuleSource, TSource>());
        return this;
    }

    /// <summary>Adds a host's own rule; adding the same definition again changes nothing.</summary>
    /// <param name="definition">Its id must not be taken: resolving the registry fails otherwise.</param>
    public CivicTechBuilder AddRule(RuleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (!Services.Any(service => service.ImplementationInstance is SingleRule known && known.Definition == definition))
        {
            Services.AddSingleton<IRuleSource>(new SingleRule(definition));
        }

        return this;
    }

    private sealed class SingleRule(RuleDefinition definition) : IRuleSource
    {
        internal RuleDefinition Definition => definition;

        public IEnumerable<RuleDefinition> Rules => [definition];
    }
}

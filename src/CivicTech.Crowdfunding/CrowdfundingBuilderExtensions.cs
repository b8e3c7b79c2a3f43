using System.Diagnostics.CodeAnalysis;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Processes.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CivicTech.Crowdfunding;

/// <summary>Wires pledge campaigns into a host.</summary>
public static class CrowdfundingBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="ICampaigns"/>. The host also says where processes are kept (<see cref="ProcessBuilderExtensions.UseProcessStore{TStore}"/>), which gateway moves the money, and how
    /// people are told. Safe to call many times.
    /// </summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    public static CivicTechBuilder AddCrowdfunding(this CivicTechBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddClock();
        builder.Services.TryAddSingleton<ICampaigns, CampaignRunner>();
        return builder;
    }

    /// <summary>Moves money by the host's gateway; what is said first holds.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <typeparam name="TGateway">Made by the container, once; safe for many threads.</typeparam>
    public static CivicTechBuilder UsePaymentGateway<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TGateway>(this CivicTechBuilder builder)
        where TGateway : class, IPaymentGateway
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IPaymentGateway, TGateway>();
        return builder;
    }

    /// <summary>Tells people by the host's own means; what is said first holds.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <typeparam name="TNotices">Made by the container, once; safe for many threads.</typeparam>
    public static CivicTechBuilder UseCampaignNotices<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNotices>(this CivicTechBuilder builder)
        where TNotices : class, ICampaignNotices
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ICampaignNotices, TNotices>();
        return builder;
    }
}

using System.Diagnostics.CodeAnalysis;
using CivicTech.Processes.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using NodaTime.Extensions;

namespace CivicTech.Processes.Running;

/// <summary>Says where processes are kept.</summary>
public static class ProcessBuilderExtensions
{
    /// <summary>Keeps processes in the host's own store. There is no default, so that nobody loses pledges by forgetting it; what is said first holds.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    /// <typeparam name="TStore">Made by the container, once; safe for many threads.</typeparam>
    public static CivicTechBuilder UseProcessStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(this CivicTechBuilder builder)
        where TStore : class, IProcessStore
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IProcessStore, TStore>();
        return builder;
    }

    /// <summary>Keeps processes in memory: for tests and demonstrations. All is gone when the program ends.</summary>
    /// <param name="builder">What <c>services.AddCivicTech()</c> returns.</param>
    public static CivicTechBuilder UseInMemoryProcesses(this CivicTechBuilder builder) => builder.UseProcessStore<InMemoryProcessStore>();

    /// <summary>The host's clock for every process: its <see cref="IClock"/>, else its <see cref="TimeProvider"/>, else the system's.</summary>
    internal static void TryAddClock(this IServiceCollection services) =>
        services.TryAddSingleton<IClock>(provider => provider.GetService<TimeProvider>() is { } time ? time.ToClock() : SystemClock.Instance);
}

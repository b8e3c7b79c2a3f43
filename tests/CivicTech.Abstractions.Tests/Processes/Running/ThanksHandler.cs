using System.Collections.Immutable;
using CivicTech.Abstractions.Tests.Processes.Jars;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Abstractions.Tests.Processes.Running;

/// <summary>Sends thanks, or does what a test says instead; remembers what it was asked for.</summary>
internal sealed class ThanksHandler : IEffectHandler<Thanks, JarCommand>
{
    internal List<(ProcessId Process, PendingEffect<Thanks> Effect)> Asked { get; } = [];

    internal Func<PendingEffect<Thanks>, CancellationToken, Task<ImmutableArray<JarCommand>>> Handle { get; set; } = (effect, _) => Task.FromResult(Sent(effect));

    public async ValueTask<ImmutableArray<JarCommand>> HandleAsync(ProcessId process, PendingEffect<Thanks> effect, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add((process, effect));
        }

        return await Handle(effect, cancellationToken);
    }

    internal static ImmutableArray<JarCommand> Sent(PendingEffect<Thanks> effect) => [new JarCommand.TellThanks(effect.Key) { Key = $"sent/{effect.Key}" }];
}

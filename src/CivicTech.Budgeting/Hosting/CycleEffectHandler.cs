using System.Collections.Immutable;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Budgeting.Hosting;

/// <summary>Does what cycles ask for: opens, amends and seals the ballot box, and has people told. Everything can be done again from any point at which it stopped.</summary>
internal sealed class CycleEffectHandler(VotingDesk desk, ICycleNotices notices) : IEffectHandler<CycleEffect, CycleCommand>
{
    public async ValueTask<ImmutableArray<CycleCommand>> HandleAsync(ProcessId process, PendingEffect<CycleEffect> effect, CancellationToken cancellationToken)
    {
        var done = new SettleEffect { Effect = effect.Key };
        switch (effect.Effect)
        {
            case OpenBox or AmendBox:
                await desk.ReleaseAsync(process.Value, cancellationToken).ConfigureAwait(false);
                return [done];
            case SealBox:
                return [new RecordSeal { Content = await desk.SealAndSeparateAsync(process.Value, cancellationToken).ConfigureAwait(false) }, done];
            case NoticeEffect notice:
                await notices.TellAsync(new CycleNotice { Cycle = process.Value, Key = effect.Key, Notice = notice }, cancellationToken).ConfigureAwait(false);
                return [done];
            default:
                throw new InvalidOperationException($"Nobody knows how to do {effect.Effect.GetType().Name}.");
        }
    }
}

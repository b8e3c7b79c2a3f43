using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Consensus.Delphi.Hosting;

/// <summary>Has people told.</summary>
internal sealed class StudyEffectHandler(IStudyNotices notices) : IEffectHandler<StudyNotice, DelphiCommand>
{
    public async ValueTask<ImmutableArray<DelphiCommand>> HandleAsync(ProcessId process, PendingEffect<StudyNotice> effect, CancellationToken cancellationToken)
    {
        await notices.TellAsync(new StudyMessage { Study = process.Value, Key = effect.Key, Notice = effect.Effect }, cancellationToken).ConfigureAwait(false);
        return [new SettleEffect { Effect = effect.Key }];
    }
}

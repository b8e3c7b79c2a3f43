using System.Collections.Concurrent;
using CivicTech.Consensus.Delphi.Hosting;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>All that people were told.</summary>
internal sealed class Heard : IStudyNotices
{
    internal ConcurrentQueue<StudyMessage> Messages { get; } = [];

    public ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken)
    {
        Messages.Enqueue(message);
        return ValueTask.CompletedTask;
    }
}

using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Hosting;

namespace ExpertPanel;

/// <summary>Keeps who is told what, in place of sending mail. A message that comes again under its key is kept once.</summary>
internal sealed class Told : IStudyNotices
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, StudyNotice> _notices = new(StringComparer.Ordinal);

    /// <summary>How many people were told, message by message in the order of their keys.</summary>
    internal IReadOnlyList<int> People(NoticeKind kind, int? round = null)
    {
        lock (_lock)
        {
            return [.. _notices.Values.Where(notice => notice.Notice == kind && notice.Round == round).Select(notice => notice.Experts.Length)];
        }
    }

    public ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _notices[message.Key] = message.Notice;
        }

        return ValueTask.CompletedTask;
    }
}

using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Hosting;

namespace CityBudget;

/// <summary>Counts who is told what, in place of sending mail. A notice that comes again under its key is counted once.</summary>
internal sealed class Told : ICycleNotices
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, NoticeEffect> _notices = new(StringComparer.Ordinal);

    internal int Count(NoticeKind kind)
    {
        lock (_lock)
        {
            return _notices.Values.Count(notice => notice.Notice == kind);
        }
    }

    public ValueTask TellAsync(CycleNotice notice, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _notices[notice.Key] = notice.Notice;
        }

        return ValueTask.CompletedTask;
    }
}

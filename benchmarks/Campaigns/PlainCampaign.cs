namespace CivicTech.Benchmarks.Campaigns;

/// <summary>What one would write in an afternoon: a lock, a list and a total. No key, no journal, nothing kept when the program ends.</summary>
internal sealed class PlainCampaign(DateTimeOffset deadline)
{
    private readonly Lock _lock = new();
    private readonly List<(string Pledge, string Backer, long Cents)> _pledges = [];
    private long _total;

    internal bool Pledge(string pledge, string backer, long cents, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (now >= deadline)
            {
                return false;
            }

            _pledges.Add((pledge, backer, cents));
            _total += cents;
            return true;
        }
    }
}

using System.Collections.Immutable;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Proposals;

/// <summary>Decides as the runner does: with nothing loaded but plan and head, and what a decision asks for.</summary>
internal sealed class LoadedState(CycleState whole)
{
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, List<PartRange>> _ranges = [];

    /// <summary>The documents that were asked for by name.</summary>
    internal IReadOnlyCollection<string> Names => _names;

    /// <summary>How many pages of documents were asked for.</summary>
    internal int Pages { get; private set; }

    internal Decision<CycleState, CycleEvent> Decide(CycleCommand command, Instant now)
    {
        while (true)
        {
            try
            {
                return new CycleProcess().Decide(Loaded(), command, now);
            }
            catch (PartsMissingException missing)
            {
                _names.UnionWith(missing.Names);
                if (missing.Page is { } page)
                {
                    Pages++;
                    Load(page);
                }
            }
        }
    }

    private CycleState Loaded() => whole with
    {
        Proposals = Part(whole.Proposals),
        Supports = Part(whole.Supports),
        Comments = Part(whole.Comments),
        Proposers = Part(whole.Proposers),
        Effects = Part(whole.Effects),
    };

    private Parts<T> Part<T>(Parts<T> all)
        where T : class
    {
        var known = _names.Where(name => name.StartsWith(all.Prefix, StringComparison.Ordinal)).Select(name => name[all.Prefix.Length..]).ToList();
        var ranges = _ranges.GetValueOrDefault(all.Prefix, []);
        var items = all.All.Where(item => known.Contains(item.Key) || ranges.Exists(range => IsIn(range, item.Key)));
        return Parts.Loaded(all.Prefix, items, known, [.. ranges]);
    }

    private static bool IsIn(PartRange range, string key) =>
        (range.After is null || string.CompareOrdinal(key, range.After) > 0) && (range.Through is null || string.CompareOrdinal(key, range.Through) <= 0);

    private void Load(PartPage page)
    {
        var keys = KeysOf(page.Prefix).Where(key => page.After is null || string.CompareOrdinal(key, page.After) > 0).Take(page.Count).ToList();
        if (!_ranges.TryGetValue(page.Prefix, out var ranges))
        {
            _ranges[page.Prefix] = ranges = [];
        }

        ranges.Add(new PartRange(page.After, keys.Count < page.Count ? null : keys[^1]));
    }

    private IEnumerable<string> KeysOf(string prefix) => prefix switch
    {
        "proposal/" => whole.Proposals.All.Select(item => item.Key),
        "support/" => whole.Supports.All.Select(item => item.Key),
        "comment/" => whole.Comments.All.Select(item => item.Key),
        "proposer/" => whole.Proposers.All.Select(item => item.Key),
        _ => whole.Effects.All.Select(item => item.Key),
    };
}

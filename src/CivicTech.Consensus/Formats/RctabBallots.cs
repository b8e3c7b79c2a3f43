using System.Collections.Immutable;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>Collects the ballots of all sources of an RCTab configuration into one contest.</summary>
internal sealed class RctabBallots
{
    private readonly RctabConfig _config;
    private readonly NameTable _names = new();
    private readonly List<RankingStore> _stores = [];
    private readonly List<BallotBatch> _batches = [];
    private readonly List<BallotDiagnostic> _remarks = [];
    private bool _hasWriteIns;
    private bool _hasOvervotes;

    internal RctabBallots(RctabConfig config)
    {
        _config = config;
        _hasWriteIns = config.CvrFileSources.Any(source => !string.IsNullOrWhiteSpace(source.UndeclaredWriteInLabel) || source.TreatBlankAsUndeclaredWriteIn);
        for (var i = 0; i < config.Candidates.Length; i++)
        {
            foreach (var name in config.Candidates[i].Aliases.Append(config.Candidates[i].Name))
            {
                _ = _names.TryAdd(name, i);
            }
        }
    }

    internal RctabConfig Config => _config;

    /// <summary>Whether a ballot states its precinct, and its batch.</summary>
    internal bool HasPrecincts { get; set; }

    internal bool HasBatches { get; set; }

    /// <summary>Whether ballots must still be looked at for what results are divided by.</summary>
    internal bool LacksSlices => (_config.TabulateByPrecinct && !HasPrecincts) || (_config.TabulateByBatch && !HasBatches);

    internal int WriteIns
    {
        get
        {
            _hasWriteIns = true;
            return _config.Candidates.Length;
        }
    }

    internal int Overvote
    {
        get
        {
            _hasOvervotes = true;
            return _config.Candidates.Length + 1;
        }
    }

    /// <summary>The number of a declared candidate by name or alias, or -1.</summary>
    internal int Find(string name) => _names.Find(Encoding.UTF8.GetBytes(name));

    internal int Find(ReadOnlySpan<byte> name) => _names.Find(name);

    /// <summary>A candidate at a rank; the same entry twice there is what RCTab makes of it, an overvote.</summary>
    internal void Add(RankingInHand ballot, int candidate, long rank, BallotContent content, int at)
    {
        if (_config.Rules.MaxRankingsAllowed is { } most && rank > most)
        {
            throw content.Error(at, $"a candidate stands at rank {rank}; rules.maxRankingsAllowed is {most}");
        }

        if (!ballot.TryAddAtLast(candidate, rank))
        {
            _ = ballot.TryAddAtLast(Overvote, rank);
        }
    }

    internal void Finish(RankingStore store, BallotContent content, Remarks remarks)
    {
        _stores.Add(store);
        _batches.Add(content.Batch(store.Voters));
        _remarks.AddRange(remarks.List);
    }

    /// <exception cref="BallotFormatException">There is no ballot, or none states what results are to be divided by.</exception>
    internal ContestReading Build()
    {
        if (_stores.Aggregate(Int128.Zero, (sum, store) => sum + store.Voters) is var voters && (voters == 0 || voters > long.MaxValue))
        {
            throw new BallotFormatException(voters == 0 ? "The cast vote records hold no ballot." : "There are more ballots than 9223372036854775807.");
        }

        if (LacksSlices)
        {
            throw new BallotFormatException(_config.TabulateByPrecinct && !HasPrecincts
                ? "outputSettings.tabulateByPrecinct is true, but no ballot states its precinct."
                : "outputSettings.tabulateByBatch is true, but no ballot states its batch.");
        }

        var names = _config.Candidates.Select(candidate => candidate.Name).ToList();
        var numberOf = Enumerable.Range(0, names.Count + 2).ToArray();
        if (_hasWriteIns)
        {
            names.Add(RctabNames.WriteIns);
        }

        numberOf[^1] = names.Count;
        if (_hasOvervotes)
        {
            names.Add(RctabNames.Overvote);
        }

        var builder = new OrdinalProfileBuilder(new CandidateList(names));
        foreach (var store in _stores)
        {
            store.MoveTo(builder, numberOf);
        }

        var contest = new Contest(builder.Build(), Math.Max(1, _config.Rules.NumberOfWinners))
        {
            Title = _config.ContestName,
            Withdrawn = [.. _config.Candidates.Where(candidate => candidate.IsExcluded).Select(candidate => candidate.Name)],
            WriteIns = _hasWriteIns ? RctabNames.WriteIns : null,
            UnnamedOvervote = _hasOvervotes ? RctabNames.Overvote : null,
            Batches = [.. _batches],
        };
        return new ContestReading(BallotFileFormat.Rctab, contest)
        {
            TieOrder = [.. _config.Candidates.Select(candidate => candidate.Name)],
            Remarks = [.. _remarks],
        };
    }
}

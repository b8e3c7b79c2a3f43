using CivicTech.Samples;

namespace Tally;

/// <summary>Several elections: one line each, then totals. A broken file does not stop the others.</summary>
public sealed class BatchTally(TallyRequest request, AppConsole console)
{
    // The longest name of a rule in files.
    private static readonly int RuleWidth = "equalshares/add1-comparison".Length;

    private int _tallied;
    private int _failed;
    private int _repaired;
    private int _agree;
    private int _differ;

    public int Run(IReadOnlyList<ElectionSource> sources, Tallier tallier)
    {
        if (!request.Json)
        {
            Line("rule", "funded", "cost", "unspent", tallier.IsReplay ? "official" : "", "file");
        }

        for (var i = 0; i < sources.Count; i++)
        {
            console.Progress($"{i + 1} of {sources.Count}: {Path.GetFileName(sources[i].Name)}");
            try
            {
                Add(tallier.Tally(sources[i]), tallier.IsReplay);
            }
            catch (InputException failure)
            {
                _failed++;
                console.Error(failure.Message);
                if (request.Json)
                {
                    console.WriteLine(TallyJson.Write(sources[i].Name, failure));
                }
            }
        }

        console.ClearProgress();
        Conclude(tallier.IsReplay);
        return _failed + _differ > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private void Add(TallyResult result, bool isReplay)
    {
        _tallied++;
        _repaired += result.Reading.RepairCount > 0 ? 1 : 0;
        _agree += result.Official is { Agrees: true } ? 1 : 0;
        _differ += result.Official is { Agrees: false } ? 1 : 0;
        console.ClearProgress();
        if (request.Json)
        {
            console.WriteLine(TallyJson.Write(result, indented: false));
            return;
        }

        var allocation = result.Allocation;
        Line(
            isReplay ? allocation.Election.Meta.GetValueOrDefault("rule", "") : allocation.RuleId,
            $"{allocation.Funded.Length} of {allocation.Projects.Length}",
            allocation.Cost.ToString(),
            allocation.Unspent.ToString(),
            !isReplay ? "" : result.Official is null ? "not stated" : result.Official.Agrees ? "agrees" : "DIFFERS",
            Path.GetFileName(result.Source) + (result.Reading.RepairCount > 0 ? $"  ({Tallier.Repairs(result.Reading)})" : ""));
    }

    private void Conclude(bool isReplay)
    {
        var totals = new List<string> { $"{_tallied} of {_tallied + _failed} elections tallied" };
        if (_repaired > 0)
        {
            totals.Add($"{_repaired} of them read with repairs");
        }

        if (isReplay)
        {
            totals.Add($"{_agree} agree with the official outcome, {_differ} differ, {_tallied - _agree - _differ} state none");
        }

        var line = string.Join("; ", totals) + ".";
        if (request.Json)
        {
            console.Error(line);
        }
        else
        {
            console.WriteLine($"\n{line}");
        }
    }

    private void Line(string rule, string funded, string cost, string unspent, string official, string file) => console.WriteLine(
        $"{rule.PadRight(RuleWidth)} {funded,10} {cost,14} {unspent,12}  {(official.Length > 0 ? $"{official,-10}  " : "")}{file}");
}

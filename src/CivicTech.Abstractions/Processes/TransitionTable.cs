using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace CivicTech.Processes;

/// <summary>Which commands a process takes in which stage, and where they lead: the table that it decides by and draws itself from.</summary>
/// <typeparam name="TStage">The stages of the process.</typeparam>
public sealed class TransitionTable<TStage>
    where TStage : struct, Enum
{
    // In characters: boxes may be wide, what stands on an arrow crosses others.
    private const int BoxWidth = 48;
    private const int ArrowWidth = 24;

    private readonly FrozenSet<(TStage From, string Trigger)> _allowed;
    private readonly FrozenSet<(TStage From, TStage To)> _moves;

    /// <summary>A table.</summary>
    /// <param name="initial">The stage before the first command.</param>
    /// <param name="rows">In the order in which they are drawn.</param>
    public TransitionTable(TStage initial, params ImmutableArray<Transition<TStage>> rows)
    {
        Initial = initial;
        Rows = rows;
        _allowed = rows.Select(row => (row.From, row.Trigger)).ToFrozenSet();
        _moves = rows.Select(row => (row.From, row.To)).ToFrozenSet();
    }

    /// <summary>The stage before the first command.</summary>
    public TStage Initial { get; }

    /// <summary>The rows in the order in which they are drawn.</summary>
    public ImmutableArray<Transition<TStage>> Rows { get; }

    /// <summary>Whether a stage takes a command.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="trigger">The command or due work.</param>
    public bool Allows(TStage stage, string trigger) => _allowed.Contains((stage, trigger));

    /// <summary>Whether some command leads from one stage to another.</summary>
    /// <param name="from">The stage before.</param>
    /// <param name="to">The stage after.</param>
    public bool Leads(TStage from, TStage to) => _moves.Contains((from, to));

    /// <summary>What a stage takes, in the order of the rows.</summary>
    /// <param name="stage">The stage.</param>
    public IEnumerable<string> TriggersOf(TStage stage) => Rows.Where(row => EqualityComparer<TStage>.Default.Equals(row.From, stage)).Select(row => row.Trigger).Distinct();

    /// <summary>
    /// A Mermaid state diagram. Commands that lead the same way share an arrow; those that leave a stage as it is stand in its box. Stages from which nothing leads are ends.
    /// </summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        text.Append("    [*] --> ").Append(Enum.GetName(Initial)).Append('\n');
        foreach (var stage in Rows.Where(Stays).GroupBy(row => row.From, row => row.Trigger))
        {
            var name = Enum.GetName(stage.Key);
            // The first line is the heading of the box.
            foreach (var line in Lines(stage, BoxWidth).Prepend(name))
            {
                text.Append("    ").Append(name).Append(" : ").Append(line).Append('\n');
            }
        }

        foreach (var arrow in Rows.Where(row => !Stays(row)).GroupBy(row => (row.From, row.To), row => row.Trigger))
        {
            text.Append("    ").Append(Enum.GetName(arrow.Key.From)).Append(" --> ").Append(Enum.GetName(arrow.Key.To))
                .Append(" : ").AppendJoin("<br/>", Lines(arrow, ArrowWidth)).Append('\n');
        }

        var left = Rows.Where(row => !Stays(row)).Select(row => row.From).ToHashSet();
        foreach (var end in Rows.Select(row => row.To).Distinct().Where(stage => !left.Contains(stage)))
        {
            text.Append("    ").Append(Enum.GetName(end)).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    private static bool Stays(Transition<TStage> row) => EqualityComparer<TStage>.Default.Equals(row.From, row.To);

    // Names with commas between, in lines that are not wider than that, unless a name alone is.
    private static List<string> Lines(IEnumerable<string> names, int width)
    {
        var lines = new List<string>();
        foreach (var name in names)
        {
            if (lines.Count > 0 && lines[^1].Length + name.Length + 2 <= width)
            {
                lines[^1] += $", {name}";
            }
            else
            {
                lines.Add(name);
            }
        }

        return lines;
    }
}

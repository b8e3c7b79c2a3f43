namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>An election, or two, in which rules break laws.</summary>
/// <param name="Code">What the page of laws calls it.</param>
/// <param name="Name">What happens, in some words: it names the test.</param>
/// <param name="Laws">The laws that are broken; all of them speak of one election, or only one law is meant.</param>
/// <param name="Rules">The rows of the table that break each of them.</param>
/// <param name="Before">The ballots.</param>
/// <param name="After">The ballots of the second election, line by line what became of the first ones; null where the law says how they come about.</param>
internal sealed record Counterexample(string Code, string Name, Law Laws, string[] Rules, string[] Before, string[]? After)
{
    internal BallotForm Form => RuleTable.Row(Rules[0]).Form;

    /// <summary>As the page shows them.</summary>
    internal string Ballots => string.Join(", ", Before.Select(line => $"`{line}`")) + (After is null ? "" : " → " + string.Join(", ", After.Select(line => $"`{line}`")));

    internal Finding Check(Law law, LawfulRule row)
    {
        var before = Read(Before);
        return law switch
        {
            Law.Reversal => LawCheck.OfTwo(law, row, before, Changes.Reverse(before, Form == BallotForm.Ranking ? before.Candidates + 1 : Sheet.Highest)),
            _ when LawCheck.IsAboutTwo(law) => LawCheck.OfTwo(law, row, before, Read(After!)),
            _ => LawCheck.OfOne(law, row, before),
        };
    }

    // The candidates are A, B, C, …, and each is named on some ballot.
    private Sheet Read(string[] lines) => Sheet.Read(lines.SelectMany(line => line.Split(": ")[1]).Where(char.IsAsciiLetterUpper).Max() - 'A' + 1, Form, lines);

    public override string ToString() => $"{Code} {Name}";
}

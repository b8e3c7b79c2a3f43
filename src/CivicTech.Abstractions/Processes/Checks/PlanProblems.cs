using System.Collections;

namespace CivicTech.Processes.Checks;

/// <summary>Everything that is wrong with a plan, as it is found.</summary>
internal sealed class PlanProblems : IReadOnlyList<PlanProblem>
{
    private readonly List<PlanProblem> _found = [];

    public int Count => _found.Count;

    public PlanProblem this[int index] => _found[index];

    public IEnumerator<PlanProblem> GetEnumerator() => _found.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(string field, string expected) => _found.Add(new PlanProblem(field, expected));

    internal void AddRange(IEnumerable<PlanProblem> problems) => _found.AddRange(problems);

    internal void AddRange(string section, IEnumerable<PlanProblem> problems) => _found.AddRange(problems.Select(problem => problem.In(section)));

    internal void Require(bool holds, string field, string expected)
    {
        if (!holds)
        {
            Add(field, expected);
        }
    }

    /// <summary>That a text is one that every store keeps.</summary>
    internal void Text(string field, string? value, int longest = ProcessName.LongestId) =>
        Require(ProcessName.IsValid(value, longest), field, $"1 to {longest} characters, no control characters and none beyond U+FFFD");

    /// <summary>That an id can be part of the name of a document.</summary>
    internal void Id(string field, string? value, int longest) =>
        Require(ProcessName.IsPart(value, longest), field, $"1 to {longest} characters, no slash, no control characters and none beyond U+FFFD");

    /// <summary>That a value is one of its enumeration.</summary>
    internal void Defined<T>(string field, T value)
        where T : struct, Enum => Require(Enum.IsDefined(value), field, $"one of {string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Of))}");
}

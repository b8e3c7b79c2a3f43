using System.Globalization;
using System.Text.Json;

namespace CivicTech.Consensus.Formats;

/// <summary>The contest of a file of the common data format that is read, and its selections.</summary>
internal sealed class CdfElection
{
    private readonly BallotContent _content;
    private readonly Dictionary<string, JsonPart> _candidates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonPart> _parties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CdfSelection> _byId = new(StringComparer.Ordinal);

    internal CdfElection(BallotContent content, JsonPart? elections, JsonPart? parties, CdfReadOptions options)
    {
        _content = content;
        Enter(_parties, parties?.Items ?? []);
        var contests = new List<JsonPart>();
        foreach (var election in elections?.Items ?? throw content.Error("expected the member Election"))
        {
            Enter(_candidates, election["Candidate"]?.Items ?? []);
            contests.AddRange((election["Contest"]?.Items ?? []).Where(contest => options.Contest is null || Text(contest, "@id") == options.Contest || Text(contest, "Name") == options.Contest));
        }

        if (contests.Count != 1)
        {
            throw content.Error(elections.At, (options.Contest, contests.Count) switch
            {
                (null, 0) => "the file has no contest",
                (null, var count) => $"the file has {count} contests; name the one to read",
                (var name, 0) => $"the file has no contest {BallotContent.Shown(name)}",
                (var name, _) => $"the file has several contests {BallotContent.Shown(name)}",
            });
        }

        Id = Required(contests[0], "@id");
        Title = Text(contests[0], "Name") ?? "";
        Seats = Number(contests[0], "NumberElected", 1, int.MaxValue) is { } seats ? (int)seats : 1;
        VotesAllowed = Number(contests[0], "VotesAllowed", 1, int.MaxValue);
        foreach (var selection in contests[0]["ContestSelection"]?.Items ?? [])
        {
            var read = Read(selection);
            if (!_byId.TryAdd(Required(selection, "@id"), read))
            {
                throw content.Error(selection.At, "a selection before has the same @id");
            }

            Selections.Add(read);
        }
    }

    internal string Id { get; }

    internal string Title { get; }

    internal int Seats { get; }

    internal long? VotesAllowed { get; }

    internal List<CdfSelection> Selections { get; } = [];

    internal CdfSelection Selection(JsonPart choice)
    {
        var id = Text(choice, "ContestSelectionId");
        return id is not null && _byId.TryGetValue(id, out var selection)
            ? selection
            : throw _content.Error(choice.At, $"found the ContestSelectionId {BallotContent.Shown(id ?? "")}; expected that of a selection of the contest");
    }

    internal string? Text(JsonPart part, string member) => part[member] switch
    {
        null => null,
        { Kind: JsonTokenType.String } value => value.Text,
        var value => throw _content.Error(value.At, $"{member}: expected a text"),
    };

    internal string Required(JsonPart part, string member) => Text(part, member) ?? throw _content.Error(part.At, $"expected the member {member}");

    // RCTab writes numbers as texts in places.
    internal long? Number(JsonPart part, string member, long low, long high)
    {
        if (part[member] is not { } value)
        {
            return null;
        }

        return value.Kind is JsonTokenType.Number or JsonTokenType.String
            && long.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : throw _content.Error(value.At, $"{member}: found {BallotContent.Shown(value.Text)}; expected a whole number from {low} to {high}");
    }

    internal static bool IsTrue(JsonPart? value) => value is { Kind: JsonTokenType.True } or { Kind: JsonTokenType.String, Text: "true" or "True" or "1" or "yes" };

    private CdfSelection Read(JsonPart selection)
    {
        var isWriteIn = IsTrue(selection["IsWriteIn"]);
        var name = Named(selection, "CandidateIds", _candidates, "Candidate") ?? Named(selection, "PartyIds", _parties, "Party") ?? Text(selection, "Selection");
        return name is null && !isWriteIn
            ? throw _content.Error(selection.At, "expected CandidateIds, PartyIds or Selection in a selection that is no write-in")
            : new CdfSelection(name ?? RctabNames.WriteIns, isWriteIn, isWriteIn ? "write-in" : $"{Ids(selection)}: {name}");
    }

    private static string Ids(JsonPart selection) => (selection["CandidateIds"] ?? selection["PartyIds"])?.Items is [var first, ..] ? first.Text : "";

    // A ticket is called by the first on it.
    private string? Named(JsonPart selection, string member, Dictionary<string, JsonPart> known, string kind)
    {
        if (selection[member]?.Items is not [var first, ..])
        {
            return null;
        }

        var part = known.GetValueOrDefault(first.Text) ?? throw _content.Error(first.At, $"found {BallotContent.Shown(first.Text)}; expected the @id of a {kind}");
        return Text(part, "Name") is { Length: > 0 } name ? name : first.Text;
    }

    private void Enter(Dictionary<string, JsonPart> table, IEnumerable<JsonPart> parts)
    {
        foreach (var part in parts)
        {
            if (!table.TryAdd(Required(part, "@id"), part))
            {
                throw _content.Error(part.At, "something before has the same @id");
            }
        }
    }
}

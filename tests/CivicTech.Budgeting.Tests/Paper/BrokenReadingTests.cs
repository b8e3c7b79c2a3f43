using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Paper;
using CivicTech.Processes.Storage;
using CivicTech.Time;

namespace CivicTech.Budgeting.Tests.Paper;

/// <summary>
/// What clerks enter comes from clients too, as JSON of the host's own. What is broken in any place cannot be read, or is refused, or is taken, or is no id of a voter, which is said by an <see cref="ArgumentException"/>
/// before anything has begun; nothing else happens.
/// </summary>
public sealed class BrokenReadingTests
{
    private const string Card = """
        {"batch":"b","number":"1","clerk":"ann","role":"clerk","voter":"v1","receivedAt":"2027-05-02T00:00:00Z","isSigned":true,"isIdentityChecked":true,"isUnreadable":false,
        "lines":[{"project":"N1","value":1},{"project":"N2"}],"warnings":["w"]}
        """;

    // A host's own: it knows nothing of lists with holes.
    private static readonly JsonSerializerOptions Host = new(JsonSerializerDefaults.Web) { Converters = { new InstantJsonConverter() } };

    [Fact]
    public async Task Enter_CardBrokenInAnyPlace_IsTakenOrRefusedOrBeginsNothing()
    {
        var town = await new PaperTown(paper: new PaperPlan { SingleEntry = true }).OpenAsync(declared: 1000);
        var (taken, refused, wrong) = (0, 0, 0);
        foreach (var (place, json) in BrokenJson.Of(Card).Prepend(("nowhere", Card)))
        {
            if (Read(json, 1 + taken) is not { } reading)
            {
                continue;
            }

            var before = await VersionAsync(town);
            try
            {
                var answer = await town.EnterAsync(reading);
                Assert.All(answer.Refusals, refusal => Assert.NotEmpty(refusal.Message()));
                Assert.True(answer.IsAccepted || await VersionAsync(town) == before, place);
                Assert.False(answer.Card is { IsPending: true }, place);
                _ = answer.IsAccepted ? taken++ : refused++;
            }
            catch (ArgumentException exception)
            {
                Assert.Equal((before, typeof(ArgumentException)), (await VersionAsync(town), exception.GetType()));
                wrong++;
            }
        }

        Assert.True(taken > 0 && refused > 0 && wrong > 0, $"{taken} {refused} {wrong}");
        Assert.Equal(taken, (await town.BatchAsync()).Entered);
    }

    // Each a card of its own, unless the number is what is broken.
    private static CardReading? Read(string json, int number)
    {
        var card = JsonNode.Parse(json)!.AsObject();
        if (card["number"] is JsonValue given && given.ToJsonString() == "\"1\"")
        {
            card["number"] = $"card {number}";
        }

        try
        {
            return card.Deserialize<CardReading>(Host);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<long> VersionAsync(PaperTown town) => (await town.Runner.LoadAsync(PaperTown.Id, DocumentRequest.Empty))!.Version;
}

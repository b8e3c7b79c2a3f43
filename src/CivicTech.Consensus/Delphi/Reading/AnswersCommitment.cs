using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>
/// What commits to all answers without telling them. A plain digest would not do: answers are few and guessable, and whoever knows all but one person's could try out that one's.
/// </summary>
internal static class AnswersCommitment
{
    private const int ShortestSecret = 32;

    /// <summary>HMAC-SHA-256 under a secret of the canonical JSON of the answers: by round and expert, each with item, value and reference to a reason.</summary>
    internal static string Of(DelphiState state, ImmutableArray<RoundReport> rounds, string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length < ShortestSecret)
        {
            throw new ArgumentException($"A secret has at least {ShortestSecret} characters: with a shorter one answers could be guessed.", nameof(secret));
        }

        var answers = new JsonArray([.. rounds.Select(round => (JsonNode)new JsonObject
        {
            ["round"] = round.Number,
            ["sheets"] = new JsonArray([.. state.Experts.All.Select(expert => state.Sheets.Find(StudyNames.OfSheet(round.Number, expert.Key))).OfType<AnswerSheet>().Select(Of)]),
        })]);
        return $"hmac-sha256:{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), CanonicalJson.ToBytes(answers)))}";
    }

    private static JsonNode Of(AnswerSheet sheet) => new JsonObject
    {
        ["expert"] = sheet.Expert,
        ["answers"] = new JsonArray([.. sheet.Answers.Select(answer => (JsonNode)new JsonObject { ["item"] = answer.Item, ["value"] = answer.Value, ["reason"] = answer.Reason })]),
    };
}

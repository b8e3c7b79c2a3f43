using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Reading;

/// <summary>What a journal says that people did, read without the fold of the library.</summary>
internal sealed class JournalReader
{
    internal JournalReader(DelphiProtocol protocol, IEnumerable<DelphiEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ExpertInvited invited:
                    Seats[invited.Expert.Id] = invited.Expert.Seats.ToDictionary(seat => seat.Panel, seat => seat.Role, StringComparer.Ordinal);
                    break;
                case InvitationAnswered { Accepts: true } answered:
                    Joined[answered.Expert] = answered.At;
                    break;
                case ExpertLeft left:
                    Left[left.Expert] = left.At;
                    break;
                case RoundOpened opened:
                    Forms[opened.Form.Round] = opened.Form.Items.ToDictionary(item => item.Id, item => item.Panels.ToArray(), StringComparer.Ordinal);
                    break;
                case RoundClosed closed:
                    Closed[closed.Round] = closed.At;
                    break;
                case AnswersGiven given:
                    var sheet = Sheet(protocol, given.Round, given.Expert);
                    foreach (var answer in given.Answers)
                    {
                        sheet[answer.Item] = (answer.Value, answer.Reason);
                    }

                    break;
                case AnswersCarried carried:
                    foreach (var expert in carried.Experts)
                    {
                        Sheet(protocol, carried.Round, expert);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    internal Dictionary<string, Dictionary<string, string>> Seats { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Instant> Joined { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Instant> Left { get; } = new(StringComparer.Ordinal);

    /// <summary>The panels of each item that a round asked.</summary>
    internal Dictionary<int, Dictionary<string, string[]>> Forms { get; } = [];

    internal Dictionary<int, Instant> Closed { get; } = [];

    internal Dictionary<(int Round, string Expert), Dictionary<string, (int? Value, string? Reason)>> Sheets { get; } = [];

    internal bool Rates(string expert, int round, string item) => Forms[round][item].Any(Seats[expert].ContainsKey);

    /// <summary>The values that were given to an item in a round.</summary>
    internal Dictionary<string, int?> ValuesOf(int round, string item) => Sheets
        .Where(sheet => sheet.Key.Round == round && sheet.Value.ContainsKey(item) && Rates(sheet.Key.Expert, round, item))
        .ToDictionary(sheet => sheet.Key.Expert, sheet => sheet.Value[item].Value, StringComparer.Ordinal);

    // In real time what was said in the round before stands until it is changed.
    private Dictionary<string, (int? Value, string? Reason)> Sheet(DelphiProtocol protocol, int round, string expert)
    {
        if (!Sheets.TryGetValue((round, expert), out var sheet))
        {
            var before = protocol.Mode is RoundMode.RealTime ? Sheets.GetValueOrDefault((round - 1, expert)) : null;
            Sheets[(round, expert)] = sheet = (before ?? []).Where(answer => Forms[round].ContainsKey(answer.Key)).ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal);
        }

        return sheet;
    }
}

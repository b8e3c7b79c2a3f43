using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;

namespace ExpertPanel;

/// <summary>What the made-up experts think: first each for oneself, then moved towards what the others answered, as far as it is shown to them.</summary>
internal sealed class Opinions
{
    private readonly Dictionary<(string Expert, string Item), int> _opinions = [];

    /// <summary>The answers of an expert to what is asked.</summary>
    internal ImmutableArray<Answer> Answers(ExpertView view) => [.. view.Items.Select(item => AnswerOf(view, item))];

    private Answer AnswerOf(ExpertView view, ExpertItem item)
    {
        // Only those who know the processes can judge it at once; by the second round everybody has had a look.
        if (item.Id == Services.HardToJudge && view.Round == 1 && !view.Expert.StartsWith(Town.Process, StringComparison.Ordinal))
        {
            return new Answer { Item = item.Id };
        }

        var opinion = _opinions.TryGetValue((view.Expert, item.Id), out var before) ? Moved(before, view.Round, item.Group) : First(view.Expert, item.Id);
        _opinions[(view.Expert, item.Id)] = opinion;
        return new Answer { Item = item.Id, Value = Math.Clamp((opinion + 50) / 100, Town.Protocol.Scale.Lowest, Town.Protocol.Scale.Highest) };
    }

    private static int First(string expert, string item)
    {
        if (item == Services.Disputed)
        {
            return expert[^1] % 2 == 0 ? 100 : 500;
        }

        var service = Services.Find(item);
        return service.Liking + Draw.Between(-service.Doubt, service.Doubt, $"{expert}/{item}");
    }

    private static int Moved(int opinion, int round, GroupAnswers? group)
    {
        if (group is null)
        {
            return opinion;
        }

        var sum = group.Counts.Select((people, step) => people * (Town.Protocol.Scale.Lowest + step)).Sum();
        return opinion + ((100 * sum / group.People) - opinion) * (round == 2 ? 60 : 25) / 100;
    }
}

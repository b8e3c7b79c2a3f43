using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Panels;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>Tells what became of experts from one round to the next.</summary>
internal static class ExpertFates
{
    internal static ExpertFate Of(Expert expert, RoundAnswers next) => !expert.SitsOn(next.Form.Panels) ? ExpertFate.NotAsked : next.HasAnswered(expert) ? ExpertFate.Stayed : ExpertFate.Left;
}

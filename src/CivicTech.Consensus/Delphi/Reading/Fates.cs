using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Panels;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>What became of somebody who answered, in the round after.</summary>
internal enum Fate
{
    Stayed,
    Left,
    NotAsked,
}

/// <summary>Tells it.</summary>
internal static class Fates
{
    internal static Fate Of(Expert expert, RoundAnswers next) => !expert.SitsOn(next.Form.Panels) ? Fate.NotAsked : next.HasAnswered(expert) ? Fate.Stayed : Fate.Left;
}

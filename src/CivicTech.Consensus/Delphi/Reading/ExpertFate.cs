namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>What became of somebody who answered, in the round after.</summary>
internal enum ExpertFate
{
    Stayed,
    Left,
    NotAsked,
}

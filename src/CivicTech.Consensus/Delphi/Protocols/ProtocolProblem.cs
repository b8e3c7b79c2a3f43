namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>Why a study cannot be run by a protocol.</summary>
/// <param name="Field">Where: <c>panels[0].roles</c>.</param>
/// <param name="Expected">What was expected there.</param>
internal sealed record ProtocolProblem(string Field, string Expected);

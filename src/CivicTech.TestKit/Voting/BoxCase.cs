namespace CivicTech.TestKit.Voting;

/// <summary>A case on one fresh box.</summary>
/// <param name="Name">What must hold, in words.</param>
/// <param name="Run">Throws when it does not.</param>
internal sealed record BoxCase(string Name, Func<BoxUnderTest, Task> Run);

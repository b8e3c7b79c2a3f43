namespace CivicTech.Processes.Running;

/// <summary>A piece of JSON with the version of its shape: what an earlier version wrote is told apart by it.</summary>
internal sealed record Stored<T>
{
    internal const int Current = 1;

    public int V { get; init; } = Current;

    public required T Value { get; init; }
}

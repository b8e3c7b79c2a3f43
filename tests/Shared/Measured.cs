namespace CivicTech.Testing;

/// <summary>
/// What some work takes by itself, on a machine that does other things besides. What the work itself allocates it allocates every time; what the runtime adds
/// to the count of a busy machine's thread (a collection that gives up the rest of its buffer, a pool that was emptied) it adds now and then.
/// </summary>
internal static class Measured
{
    private const int Runs = 5;

    /// <summary>The least bytes that any of several runs allocated on this thread. Run it once before, so that what is made only once is made.</summary>
    internal static long LeastAllocated(Action run) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}

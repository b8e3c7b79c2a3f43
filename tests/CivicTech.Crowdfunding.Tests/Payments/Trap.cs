namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>Lets the program die once, before or after something that it does outside.</summary>
internal sealed class Trap(string what, int number, bool after)
{
    private int _count;

    /// <summary>How often it was passed.</summary>
    internal int Count => _count;

    internal async ValueTask<T> PassAsync<T>(string kind, Func<ValueTask<T>> act)
    {
        var springs = kind == what && Interlocked.Increment(ref _count) == number;
        if (springs && !after)
        {
            throw new TrapException();
        }

        var result = await act();
        return springs ? throw new TrapException() : result;
    }
}

namespace CityBudget;

/// <summary>Random numbers that are the same in every run (SplitMix64).</summary>
internal struct Draw(ulong seed)
{
    private ulong _state = seed;

    internal int Below(int bound)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }
}

namespace CivicTech.TestKit.Gateways;

/// <summary>
/// Numbers drawn from a seed and a subject, never from a running sequence: the same seed has the same luck for the same subject
/// whatever else happens, also when calls race. SplitMix64's mixing over FNV-1a.
/// </summary>
internal sealed class Draws(ulong seed)
{
    /// <summary>A number of the subject from 0 to <paramref name="bound"/> - 1.</summary>
    internal int Below(int bound, string subject) => (int)(Of(subject) % (ulong)bound);

    internal ulong Of(string subject)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in subject)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        var mixed = hash + (seed * 0x9E3779B97F4A7C15) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}

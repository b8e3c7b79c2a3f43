namespace ExpertPanel;

/// <summary>Made-up numbers that are the same in every run and on every machine: of a text, not of a moment.</summary>
internal static class Draw
{
    /// <summary>A number from one to another, both included (FNV-1a, then the finish of SplitMix64).</summary>
    internal static int Between(int lowest, int highest, string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return lowest + (int)((hash ^ (hash >> 31)) % (ulong)(highest - lowest + 1));
    }
}

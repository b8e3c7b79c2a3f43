namespace CivicTech.Receipts;

/// <summary>
/// Text that has UTF-8 bytes of its own. Half a surrogate pair has none: encoders replace it, so that different texts would have the
/// same digest.
/// </summary>
internal static class WellFormedText
{
    internal static bool Is(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsSurrogatePair(text, i))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}

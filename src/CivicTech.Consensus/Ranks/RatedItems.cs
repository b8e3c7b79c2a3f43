namespace CivicTech.Consensus.Ranks;

/// <summary>What one rater rated, and the doubled centred midranks among it.</summary>
internal sealed class RatedItems
{
    /// <param name="row">One number an item; NaN where there is no rating.</param>
    internal RatedItems(ReadOnlySpan<double> row)
    {
        var values = new List<double>(row.Length);
        var items = new List<int>(row.Length);
        for (var item = 0; item < row.Length; item++)
        {
            if (!double.IsNaN(row[item]))
            {
                values.Add(row[item]);
                items.Add(item);
            }
        }

        Items = [.. items];
        Ranks = new short[items.Count];
        Midranks.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values), Ranks);
    }

    /// <summary>Their places among all items, ascending.</summary>
    internal int[] Items { get; }

    /// <summary>The rank of each of <see cref="Items"/>.</summary>
    internal short[] Ranks { get; }
}

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>A lower bound of the loss of any order: in each cycle of three, at least its smallest margin is turned around.</summary>
internal static class KemenyBound
{
    /// <summary>Takes cycles of three one by one and pays for them with their margins, so that no margin is paid with twice. O(n³).</summary>
    internal static long Of(KemenyLosses losses, IEnumerable<int> among, CancellationToken cancellation)
    {
        int[] members = [.. among];
        var count = losses.Count;
        var left = losses.All.ToArray();
        var bound = 0L;
        for (var i = 0; i < members.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = i + 1; j < members.Length; j++)
            {
                for (var k = j + 1; k < members.Length; k++)
                {
                    bound += Pay(members[i], members[j], members[k]) + Pay(members[i], members[k], members[j]);
                }
            }
        }

        return bound;

        long Pay(int a, int b, int c)
        {
            ref var first = ref left[(a * count) + b];
            ref var second = ref left[(b * count) + c];
            ref var third = ref left[(c * count) + a];
            var paid = Math.Min(first, Math.Min(second, third));
            first -= paid;
            second -= paid;
            third -= paid;
            return paid;
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace CivicTech.Testing;

/// <summary>
/// Reads files broken at random: nothing but what a reader documents escapes, and nothing takes long. The environment variable CIVICTECH_FUZZ sets
/// how many files are tried, CIVICTECH_FUZZ_SEED where they start.
/// </summary>
/// <param name="mutator">Breaks them.</param>
/// <param name="seeds">The whole files.</param>
/// <param name="patience">How long one file may take, the second time too.</param>
internal sealed class BrokenFiles(ByteMutator mutator, IReadOnlyList<byte[]> seeds, TimeSpan patience)
{
    /// <summary>Some are whole in spite of all; if hardly any were, the mutations would try little.</summary>
    /// <param name="files">How many, unless the environment says otherwise.</param>
    /// <param name="oneIn">At least one in so many is to be read.</param>
    /// <param name="read">Whether the file could be read.</param>
    public void Try(int files, int oneIn, Func<byte[], SplitMix64, bool> read)
    {
        var count = Setting("CIVICTECH_FUZZ", files);
        var start = (ulong)Setting("CIVICTECH_FUZZ_SEED", 0);
        var whole = 0L;
        for (var n = start; n < start + (ulong)count; n++)
        {
            var random = new SplitMix64(n);
            var file = mutator.Mutate(random.Pick(seeds), random);
            var watch = Stopwatch.StartNew();
            try
            {
                whole += read(file, random) ? 1 : 0;
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"File {n} ({Convert.ToBase64String(file)}): {exception}");
            }

            // A busy machine stops any thread now and then; what is slow by itself is slow again.
            if (watch.Elapsed > patience)
            {
                var again = Stopwatch.StartNew();
                read(file, new SplitMix64(n));
                Assert.True(again.Elapsed < patience, $"File {n} took {watch.ElapsedMilliseconds} and {again.ElapsedMilliseconds} ms: {Convert.ToBase64String(file)}");
            }
        }

        Assert.InRange(whole, count / oneIn, count);
    }

    private static long Setting(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}

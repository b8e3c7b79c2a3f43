using CivicTech.Budgeting.Formats;
using CivicTech.Samples;

namespace Tally;

/// <summary>Something that an election can be read from.</summary>
public sealed class ElectionSource
{
    private const string BuiltInName = "Calderport2026.pb";

    private readonly Func<Stream> _open;

    private ElectionSource(string name, Func<Stream> open)
    {
        Name = name;
        _open = open;
    }

    public string Name { get; }

    public static ElectionSource BuiltIn { get; } = new(BuiltInName, () => typeof(ElectionSource).Assembly.GetManifestResourceStream(BuiltInName)!);

    /// <summary>The files that paths stand for; a path that stands for none fails when it is read, so that the others are tallied.</summary>
    public static IReadOnlyList<ElectionSource> Find(IEnumerable<string> paths) => [.. paths.SelectMany(Expand)];

    /// <exception cref="InputException">The election cannot be read.</exception>
    public PabulibReading Read(bool isStrict, Action<long, long> progress, CancellationToken cancellation)
    {
        try
        {
            return InputException.WhenUnreadable(Name, "file or folder", () =>
            {
                using var stream = _open();
                return Pabulib.Read(stream, new PabulibReadOptions
                {
                    IsStrict = isStrict,
                    Progress = new Synchronous(read => progress(read, stream.CanSeek ? stream.Length : read)),
                    CancellationToken = cancellation,
                });
            });
        }
        catch (PabulibFormatException exception)
        {
            throw PabulibErrors.Of(Name, exception);
        }
    }

    private static IEnumerable<ElectionSource> Expand(string path)
    {
        if (!Directory.Exists(path))
        {
            return [new(path, () => new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 }))];
        }

        var files = Directory.GetFiles(path, "*.pb").Order(StringComparer.Ordinal).Select(file => new ElectionSource(file, () => File.OpenRead(file))).ToList();
        return files.Count > 0 ? files : [new(path, () => throw new IOException("the folder holds no .pb file."))];
    }

    // Progress<T> would report on another thread, behind the result.
    private sealed class Synchronous(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}

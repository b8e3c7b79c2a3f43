using CivicTech.Samples;

namespace Agreement.Reading;

/// <summary>Something that ratings can be read from.</summary>
public sealed class RatingsSource
{
    private const string BuiltInName = "Fernhollow-round1.csv";

    private readonly Func<byte[]> _load;

    private RatingsSource(string name, Func<byte[]> load)
    {
        Name = name;
        _load = load;
    }

    public string Name { get; }

    public static RatingsSource BuiltIn { get; } = new(BuiltInName, () =>
    {
        using var stream = typeof(RatingsSource).Assembly.GetManifestResourceStream(BuiltInName)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    });

    public static RatingsSource OfFile(string path) => new(path, () => Directory.Exists(path)
        ? throw InputException.At(path, "this is a folder: expected a file.")
        : File.ReadAllBytes(path));

    /// <exception cref="InputException">The file cannot be read, or is not a table of ratings.</exception>
    public RatingsFile Read(RatingsLayout layout, CancellationToken cancellation) =>
        RatingsReader.Read(Name, Utf8Text.Decode(Name, InputException.WhenUnreadable(Name, "file", _load)), layout, cancellation);
}

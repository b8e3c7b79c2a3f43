namespace CivicTech.Testing;

/// <summary>A folder for the files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Name { get; } = Directory.CreateTempSubdirectory("civictech").FullName;

    public void Dispose() => Directory.Delete(Name, recursive: true);

    internal string Path(string name) => System.IO.Path.Combine(Name, name);

    internal string Write(string name, string content)
    {
        File.WriteAllText(Path(name), content);
        return Path(name);
    }

    internal string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }
}

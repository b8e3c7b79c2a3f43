using CivicTech.Samples;
using Microsoft.Data.Sqlite;

namespace CivicTech.Samples.Sqlite;

/// <summary>The file of the database: one that is kept, or one that goes when the program ends.</summary>
internal sealed class DatabaseFile : IDisposable
{
    private readonly string? _temporary;

    internal DatabaseFile(string? path)
    {
        _temporary = path is null ? Directory.CreateTempSubdirectory("civictech").FullName : null;
        var file = path ?? Path.Combine(_temporary!, "civictech.db");
        try
        {
            File.Create(file).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: {exception.Message}");
        }

        ConnectionString = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
    }

    internal string ConnectionString { get; }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}

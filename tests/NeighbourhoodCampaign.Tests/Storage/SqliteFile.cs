using CivicTech.Processes.Storage;
using CivicTech.Samples.Sqlite;
using CivicTech.TestKit.Stores;
using Microsoft.Data.Sqlite;

namespace NeighbourhoodCampaign.Tests.Storage;

/// <summary>A file of SQLite for one test.</summary>
internal sealed class SqliteFile : IStorageUnderTest
{
    private readonly TemporaryFolder _folder = new();

    internal SqliteFile()
    {
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = _folder.Path("campaigns.db") }.ToString();
    }

    internal string ConnectionString { get; }

    internal SqliteProcessStore Open(Action? beforeWrite = null) => new(ConnectionString) { BeforeWrite = beforeWrite ?? (() => { }) };

    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>What is on the disk at this moment, as a program finds it after the power failed.</summary>
    internal SqliteFile Copy()
    {
        var copy = new SqliteFile();
        foreach (var file in Directory.GetFiles(_folder.Name))
        {
            // The index of the log is memory shared by running programs: it is made anew.
            if (!file.EndsWith("-shm", StringComparison.Ordinal))
            {
                File.Copy(file, copy._folder.Path(Path.GetFileName(file)));
            }
        }

        return copy;
    }

    public Task<IProcessStore> OpenAsync(Action beforeWrite, CancellationToken cancellationToken) => Task.FromResult<IProcessStore>(Open(beforeWrite));

    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

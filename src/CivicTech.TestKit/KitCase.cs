namespace CivicTech.TestKit;

/// <summary>One thing that a host's own implementation of a port must do, as a test that any framework can run.</summary>
public sealed class KitCase
{
    private readonly Func<CancellationToken, Task> _run;

    /// <summary>A case.</summary>
    /// <param name="name">What must hold, in words; unique in its kit.</param>
    /// <param name="run">Ends when it holds, throws <see cref="KitFailure"/> when it does not.</param>
    public KitCase(string name, Func<CancellationToken, Task> run)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(run);
        Name = name;
        _run = run;
    }

    /// <summary>What must hold, in words.</summary>
    public string Name { get; }

    /// <summary>Runs it; each run makes what it needs anew.</summary>
    /// <param name="cancellationToken">Given on to the implementation under test.</param>
    /// <exception cref="KitFailure">It does not hold; the message says what was expected and what came.</exception>
    public Task RunAsync(CancellationToken cancellationToken = default) => _run(cancellationToken);

    /// <summary>The name, as test explorers show it.</summary>
    public override string ToString() => Name;
}

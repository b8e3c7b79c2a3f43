namespace CivicTech.Budgeting.Hosting;

/// <summary>The port by which a cycle tells people something: the host knows who they are and how they are reached.</summary>
/// <remarks>A notice comes at least once: the key tells a repetition. An exception makes it come again later.</remarks>
public interface ICycleNotices
{
    /// <summary>Tells somebody something.</summary>
    /// <param name="notice">Whom and what.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask TellAsync(CycleNotice notice, CancellationToken cancellationToken);
}

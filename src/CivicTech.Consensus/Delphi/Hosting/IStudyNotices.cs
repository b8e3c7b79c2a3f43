namespace CivicTech.Consensus.Delphi.Hosting;

/// <summary>The port by which a study tells people something: the host knows who they are and how they are reached.</summary>
/// <remarks>A message comes at least once: the key tells a repetition. An exception makes it come again later.</remarks>
public interface IStudyNotices
{
    /// <summary>Tells people something.</summary>
    /// <param name="message">Whom and what.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken);
}

using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Samples;

namespace CouncilElection;

/// <summary>A ballot file, read.</summary>
public sealed class BallotFile
{
    private const string BuiltInName = "Millbrook.blt";

    private BallotFile(string name, ContestReading reading, Contest contest)
    {
        Name = name;
        Contest = contest;
        Remarks = [.. reading.Remarks.Select(remark => $"{InputException.Place(name, remark.Line, remark.Column)}: {remark.Message}")];
    }

    public string Name { get; }

    public Contest Contest { get; }

    /// <summary>The rule that the file itself describes; null for most.</summary>
    public ITallyRule? OwnRule { get; private init; }

    public IReadOnlyList<string> Remarks { get; }

    /// <exception cref="InputException">The file cannot be read.</exception>
    public static BallotFile Read(CouncilRequest request)
    {
        var name = request.Path ?? BuiltInName;
        try
        {
            return InputException.WhenUnreadable(name, "file", () =>
            {
                var reading = request.Path is { } path ? ContestFiles.Read(path) : Blt.Read(typeof(BallotFile).Assembly.GetManifestResourceStream(BuiltInName)!);
                return new BallotFile(name, reading, WithSeats(reading.Contest, request.Seats ?? reading.Contest.Seats))
                {
                    OwnRule = request.Path is { } config && reading.Format == BallotFileFormat.Rctab ? RctabTally.RuleOf(RctabConfig.Read(config)) : null,
                };
            });
        }
        catch (BallotFormatException exception)
        {
            throw InputException.At(name, exception.Message);
        }
        catch (NotSupportedException exception)
        {
            throw InputException.At(name, exception.Message);
        }
    }

    private static Contest WithSeats(Contest contest, int seats) => seats == contest.Seats ? contest : new Contest(contest.Profile, seats)
    {
        Title = contest.Title,
        Withdrawn = contest.Withdrawn,
        WriteIns = contest.WriteIns,
        UnnamedOvervote = contest.UnnamedOvervote,
        Batches = contest.Batches,
    };
}

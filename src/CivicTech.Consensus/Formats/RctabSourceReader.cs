namespace CivicTech.Consensus.Formats;

/// <summary>Reads and checks one source of an RCTab configuration.</summary>
internal static class RctabSourceReader
{
    private static readonly string[] Labels = ["overvoteLabel", "skippedRankLabel", "undeclaredWriteInLabel"];
    private static readonly string[] TableMembers =
        ["firstVoteColumnIndex", "firstVoteRowIndex", "idColumnIndex", "precinctColumnIndex", "batchColumnIndex", "overvoteDelimiter", "skippedRankLabel"];

    internal static RctabCvrSource Read(RctabMembers source, RctabMembers output, string overvoteRule)
    {
        var provider = source.OneOf("provider", "cdf", "clearBallot", "dominion", "ess", "hart", "genericCsv");
        var isTable = provider is "ess" or "genericCsv";
        var read = new RctabCvrSource
        {
            FilePath = source.Text("filePath"),
            Provider = provider,
            ContestId = source.Text("contestId"),
            FirstVoteColumnIndex = Index(source, "firstVoteColumnIndex", 1000, isTable),
            FirstVoteRowIndex = Index(source, "firstVoteRowIndex", 100_000, isTable),
            IdColumnIndex = Index(source, "idColumnIndex", 1000, isRequired: false),
            BatchColumnIndex = Index(source, "batchColumnIndex", 1000, isRequired: false),
            PrecinctColumnIndex = Index(source, "precinctColumnIndex", 1000, isRequired: false),
            OvervoteDelimiter = source.Text("overvoteDelimiter"),
            OvervoteLabel = source.Text("overvoteLabel"),
            SkippedRankLabel = source.Text("skippedRankLabel"),
            UndeclaredWriteInLabel = source.Text("undeclaredWriteInLabel"),
            TreatBlankAsUndeclaredWriteIn = source.Flag("treatBlankAsUndeclaredWriteIn"),
        };
        if (string.IsNullOrWhiteSpace(read.FilePath))
        {
            source.Problem("filePath", "is required");
        }

        if (read.FilePath.Contains('\0', StringComparison.Ordinal))
        {
            source.Problem("filePath", "holds a zero character");
        }

        CheckLabels(source);
        if (isTable)
        {
            CheckDelimiter(source, read);
        }
        else
        {
            CheckNoTable(source, read);
        }

        var needsContest = provider is "cdf" or "clearBallot" or "dominion" or "hart";
        if (string.IsNullOrWhiteSpace(read.ContestId) == needsContest)
        {
            source.Problem("contestId", needsContest ? $"is required for the provider {provider}" : $"has no meaning for the provider {provider}");
        }

        if (!string.IsNullOrWhiteSpace(read.OvervoteLabel) && overvoteRule is not ("exhaustImmediately" or "alwaysSkipToNextRank"))
        {
            source.Problem("overvoteLabel", "an overvote without names needs the overvoteRule exhaustImmediately or alwaysSkipToNextRank");
        }

        CheckSlices(source, output, read, overvoteRule);
        return read;
    }

    private static int? Index(RctabMembers source, string member, int high, bool isRequired) => (int?)source.Number(member, 1, high, isRequired);

    private static void CheckLabels(RctabMembers source)
    {
        foreach (var label in Labels)
        {
            var text = source.Text(label);
            if (!string.IsNullOrWhiteSpace(text)
                && (RctabNames.IsReserved(text) || Labels.Any(other => other != label && source.Text(other).Equals(text, StringComparison.OrdinalIgnoreCase))))
            {
                source.Problem(label, $"{BallotContent.Shown(text)} is reserved or stands for something else in this source");
            }
        }
    }

    private static void CheckDelimiter(RctabMembers source, RctabCvrSource read)
    {
        var delimiter = read.OvervoteDelimiter;
        if (string.IsNullOrWhiteSpace(delimiter))
        {
            return;
        }

        if (delimiter.Contains('\\', StringComparison.Ordinal) || delimiter.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '\'' or ',' or '-' or '"' || char.IsWhiteSpace(c)))
        {
            source.Problem("overvoteDelimiter", "expected a sign that no name holds, without a backslash");
        }

        if (!string.IsNullOrWhiteSpace(read.OvervoteLabel))
        {
            source.Problem("overvoteDelimiter", "a source has an overvoteDelimiter or an overvoteLabel, not both");
        }
    }

    private static void CheckNoTable(RctabMembers source, RctabCvrSource read)
    {
        foreach (var member in TableMembers)
        {
            if (!string.IsNullOrWhiteSpace(source.Text(member)))
            {
                source.Problem(member, $"has no meaning for the provider {read.Provider}");
            }
        }

        if (read.TreatBlankAsUndeclaredWriteIn)
        {
            source.Problem("treatBlankAsUndeclaredWriteIn", $"has no meaning for the provider {read.Provider}");
        }

        if (read.Provider != "cdf" && !string.IsNullOrWhiteSpace(read.OvervoteLabel))
        {
            source.Problem("overvoteLabel", $"has no meaning for the provider {read.Provider}");
        }

        if (read.Provider == "cdf" && Path.GetExtension(read.FilePath).ToUpperInvariant() is not (".JSON" or ".XML"))
        {
            source.Problem("filePath", "expected a .json or .xml file for the provider cdf");
        }
    }

    private static void CheckSlices(RctabMembers source, RctabMembers output, RctabCvrSource read, string overvoteRule)
    {
        foreach (var (slice, column, index) in new[] { ("tabulateByPrecinct", "precinctColumnIndex", read.PrecinctColumnIndex), ("tabulateByBatch", "batchColumnIndex", read.BatchColumnIndex) })
        {
            if (output.Flag(slice) && read.Provider == "cdf")
            {
                output.Problem(slice, "RCTab has no such results for the provider cdf");
            }
            else if (output.Flag(slice) && read.Provider == "ess" && index is null)
            {
                source.Problem(column, $"is required with outputSettings.{slice}");
            }
        }

        if (read.Provider == "ess" && string.IsNullOrWhiteSpace(read.OvervoteDelimiter) && overvoteRule == "exhaustIfMultipleContinuing")
        {
            source.Problem("overvoteDelimiter", "is required with the overvoteRule exhaustIfMultipleContinuing");
        }
    }
}

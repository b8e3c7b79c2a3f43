namespace CivicTech.Consensus.Formats;

/// <summary>The names of an RCTab configuration.</summary>
internal static class RctabNames
{
    /// <summary>What RCTab calls the entry of all names written in.</summary>
    internal const string WriteIns = "Undeclared Write-ins";

    /// <summary>What RCTab calls a rank at which several candidates were marked without saying which.</summary>
    internal const string Overvote = "overvote";

    internal static bool IsReserved(string text) =>
        text.Equals("residual surplus", StringComparison.OrdinalIgnoreCase)
        || text.Equals("exhausted", StringComparison.OrdinalIgnoreCase)
        || text.Equals("uncounted", StringComparison.OrdinalIgnoreCase);

    internal static void Check(RctabConfig config, RctabMembers members)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in config.Candidates)
        {
            foreach (var name in candidate.Aliases.Append(candidate.Name).Where(name => !string.IsNullOrWhiteSpace(name)))
            {
                if (!seen.Add(name))
                {
                    members.Problem("candidates", $"the name or alias {BallotContent.Shown(name)} is given twice");
                }
                else if (IsReserved(name) || name is WriteIns or Overvote
                    || config.CvrFileSources.Any(source => IsLabel(source.OvervoteLabel) || IsLabel(source.SkippedRankLabel) || IsLabel(source.UndeclaredWriteInLabel)))
                {
                    members.Problem("candidates", $"the name or alias {BallotContent.Shown(name)} is reserved or stands for something else in a source");
                }

                bool IsLabel(string label) => !string.IsNullOrWhiteSpace(label) && label.Equals(name, StringComparison.OrdinalIgnoreCase);
            }
        }

        if (config.Candidates.All(candidate => candidate.IsExcluded))
        {
            members.Problem("candidates", "expected at least one candidate that is not excluded");
        }
    }
}

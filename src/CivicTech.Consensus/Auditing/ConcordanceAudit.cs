namespace CivicTech.Consensus.Auditing;

/// <summary>The order in which the checks of a coefficient of concordance are made.</summary>
internal static class ConcordanceAudit
{
    internal static void Check(ConcordanceSummary row, AuditLog log)
    {
        var isW = WAudit.CheckRange(row, log);
        if (isW)
        {
            WAudit.CheckAttainable(row, log);
        }
        else
        {
            log.Skip(new(AuditCode.WAttainable, row.Place, WAudit.Column, "W is not from 0 to 1."));
        }

        if (row.PrintedP is null || !PAudit.CheckRange(row, log))
        {
            return;
        }

        PAudit.CheckSmallest(row, log);
        if (isW)
        {
            PFromWAudit.Check(row, log);
        }
        else
        {
            log.Skip(new(AuditCode.PFromW, row.Place, PAudit.Column, "W is not from 0 to 1."));
        }
    }
}

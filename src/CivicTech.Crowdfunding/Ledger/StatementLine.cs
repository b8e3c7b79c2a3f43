namespace CivicTech.Crowdfunding.Ledger;

/// <summary>A posting in its entry, with what is then on its account.</summary>
internal readonly record struct StatementLine(int Number, LedgerEntry Entry, Posting Posting, Money Balance);

using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Ledger;

namespace CivicTech.Crowdfunding.Tests.Ledger;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Posting))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(Balances))]
internal sealed partial class LedgerTestContext : JsonSerializerContext;

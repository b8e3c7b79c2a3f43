using System.Text.Json;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>The names of accounts in documents and statements: <c>owner-payable</c>.</summary>
internal static class AccountNames
{
    private static readonly JsonEncodedText[] Names =
        [.. Enum.GetValues<Account>().Select(account => JsonEncodedText.Encode(EnumNames.Of(account)))];

    /// <summary>All names, for a message.</summary>
    internal static string All => string.Join(", ", Names.Select(name => name.Value));

    internal static bool Contains(Account account) => (uint)account < (uint)Names.Length;

    internal static string Of(Account account) => Names[(int)account].Value;

    internal static JsonEncodedText Encoded(Account account) => Names[(int)account];

    /// <summary>Finds the account whose name the reader is at.</summary>
    internal static bool TryRead(ref Utf8JsonReader reader, out Account account)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (reader.ValueTextEquals(Names[i].EncodedUtf8Bytes))
            {
                account = (Account)i;
                return true;
            }
        }

        account = default;
        return false;
    }
}

namespace CivicTech.Amounts;

/// <summary>The currencies that are known by their code alone, with the decimal digits of their minor unit.</summary>
/// <remarks>
/// Source: ISO 4217, lists one (active) and three (retired in 2015 or later). Texts of amounts rely on it: a code never
/// leaves this table, nor do its digits ever change. Codes for metals, bonds and units of account without a minor unit
/// are not in it.
/// </remarks>
internal static class Iso4217
{
    // In the order of the codes, so that they are found by halves.
    private static readonly string[] Codes =
    [
        "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
        "BMD", "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BYR", "BZD", "CAD", "CDF", "CHE", "CHF", "CHW",
        "CLF", "CLP", "CNY", "COP", "COU", "CRC", "CUC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN",
        "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG",
        "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW",
        "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LTL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT",
        "MOP", "MRO", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD",
        "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR",
        "SDG", "SEK", "SGD", "SHP", "SLE", "SLL", "SOS", "SRD", "SSP", "STD", "STN", "SVC", "SYP", "SZL", "THB", "TJS",
        "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "USN", "UYI", "UYU", "UYW", "UZS", "VED",
        "VEF", "VES", "VND", "VUV", "WST", "XAD", "XAF", "XCD", "XCG", "XOF", "XPF", "XXX", "YER", "ZAR", "ZMW", "ZWG",
        "ZWL",
    ];

    // XXX, the code for "no currency", counts whole units.
    private static readonly string[] WithoutMinorUnit =
    [
        "BIF", "BYR", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
        "XOF", "XPF", "XXX",
    ];

    private static readonly string[] InThousandths = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    private static readonly string[] InTenThousandths = ["CLF", "UYW"];

    private static readonly uint[] Letters = Array.ConvertAll(Codes, code => Pack(code[0], code[1], code[2]));

    private static readonly byte[] Digits = Array.ConvertAll(Codes, DigitsOf);

    /// <summary>Three letters as one number, whose order is that of the codes.</summary>
    internal static uint Pack(int first, int second, int third) => ((uint)first << 16) | ((uint)second << 8) | (uint)third;

    /// <summary>The place of a code in the table, or -1.</summary>
    internal static int Find(uint letters)
    {
        int low = 0, high = Letters.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Letters[middle] == letters) return middle;
            if (Letters[middle] < letters) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    internal static string CodeAt(int place) => Codes[place];

    internal static byte DigitsAt(int place) => Digits[place];

    private static byte DigitsOf(string code) =>
        WithoutMinorUnit.Contains(code) ? (byte)0
        : InThousandths.Contains(code) ? (byte)3
        : InTenThousandths.Contains(code) ? (byte)4
        : (byte)2;
}

using System.Text.RegularExpressions;

namespace CivicTech;

/// <summary>The form of rule ids.</summary>
internal static partial class RuleId
{
    internal static bool IsValid(string? id, bool isBuiltIn) => id is not null && (isBuiltIn ? BuiltIn() : Owned()).IsMatch(id);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*@[1-9][0-9]{0,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BuiltIn();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*@[1-9][0-9]{0,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Owned();
}

using System.Globalization;
using System.Reflection;
using System.Text;

namespace CivicTech.Testing;

/// <content>Constants and attributes.</content>
internal static partial class ApiSyntax
{
    private static readonly string[] ListedAttributes =
    [
        "ExperimentalAttribute", "FlagsAttribute", "ObsoleteAttribute", "RequiresDynamicCodeAttribute", "RequiresUnreferencedCodeAttribute",
    ];

    /// <summary>The contract is also in the marks that warn a caller.</summary>
    public static string Attributes(MemberInfo member)
    {
        var text = new StringBuilder();
        foreach (var data in member.CustomAttributes.OrderBy(data => data.AttributeType.Name, StringComparer.Ordinal))
        {
            if (!ListedAttributes.Contains(data.AttributeType.Name)) continue;
            // The compiler puts one on every ref struct and on constructors of types with required members.
            if (data.AttributeType == typeof(ObsoleteAttribute) && Has(member, "CompilerFeatureRequiredAttribute")) continue;
            var arguments = string.Join(", ", data.ConstructorArguments.Select(argument => Literal(argument.Value, argument.ArgumentType)));
            var list = arguments.Length == 0 ? "" : $"({arguments})";
            text.Append(CultureInfo.InvariantCulture, $"[{data.AttributeType.Name[..^"Attribute".Length]}{list}] ");
        }

        return text.ToString();
    }

    private static string Literal(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value is not null && plain.IsEnum)
        {
            var boxed = Enum.ToObject(plain, value);
            return Enum.IsDefined(plain, boxed) ? $"{Name(plain)}.{boxed}" : $"({Name(plain)}){Convert.ToString(value, CultureInfo.InvariantCulture)}";
        }

        return value switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
            string text => $"\"{Escaped(text)}\"",
            char one => $"'{Escaped(one.ToString())}'",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    // One member stays one line, whatever a constant holds.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var one in text)
        {
            _ = one is '"' or '\\' ? escaped.Append('\\').Append(one)
                : char.IsControl(one) ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}")
                : escaped.Append(one);
        }

        return escaped.ToString();
    }
}

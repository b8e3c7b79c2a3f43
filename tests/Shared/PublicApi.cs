using System.Globalization;
using System.Reflection;
using System.Text;

namespace CivicTech.Testing;

/// <summary>
/// Lists what an assembly promises to its users, one member a line, sorted, so that a change of the public surface is a
/// change of a text under review.
/// </summary>
/// <remarks>
/// Types stand with their full names, members name types shortly. Members that the compiler writes for a record are implied
/// by the word <c>record</c>, except <c>Deconstruct</c>, which shows the order of its positions.
/// </remarks>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(IsSpeakable).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(TypeLine(type)).Append('\n');
            foreach (var line in MemberLines(type))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> MemberLines(Type type)
    {
        if (type.IsEnum)
        {
            // By value: the numbers are what is stored.
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .OrderBy(field => Convert.ToDecimal(field.GetRawConstantValue(), CultureInfo.InvariantCulture))
                .ThenBy(field => field.Name, StringComparer.Ordinal)
                .Select(field => string.Create(CultureInfo.InvariantCulture, $"{ApiSyntax.Attributes(field)}{field.Name} = {field.GetRawConstantValue()}"));
        }

        if (typeof(Delegate).IsAssignableFrom(type)) return [];

        var lines = new List<(int Rank, string Name, string Line)>();
        lines.AddRange(type.GetFields(Declared).Where(field => IsVisible(field, type)).Select(field => (0, field.Name, ApiSyntax.Field(field))));
        lines.AddRange(type.GetConstructors(Declared).Where(ctor => IsVisible(ctor, type)).Select(ctor => (1, "", ApiSyntax.Constructor(ctor))));
        lines.AddRange(
            type.GetProperties(Declared)
                .Where(property => property.GetAccessors(nonPublic: true).Any(accessor => IsVisible(accessor, type)))
                .Select(property => (2, property.Name, ApiSyntax.Property(property, accessor => IsVisible(accessor, type)))));
        lines.AddRange(type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod, type)).Select(e => (3, e.Name!, ApiSyntax.Event(e))));

        var accessors = type.GetProperties(Declared).SelectMany(property => property.GetAccessors(nonPublic: true))
            .Concat(type.GetEvents(Declared).SelectMany(e => new[] { e.AddMethod!, e.RemoveMethod! }))
            .ToHashSet();
        lines.AddRange(
            type.GetMethods(Declared)
                .Where(method => IsVisible(method, type) && !accessors.Contains(method) && !IsImpliedByRecord(method, type))
                .Select(method => (method.Name.StartsWith("op_", StringComparison.Ordinal) ? 5 : 4, method.Name, ApiSyntax.Method(method))));

        return lines
            .OrderBy(entry => entry.Rank)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ThenBy(entry => entry.Line, StringComparer.Ordinal)
            .Select(entry => entry.Line);
    }

    private static string TypeLine(Type type)
    {
        var line = new StringBuilder(ApiSyntax.Attributes(type)).Append(type.IsNestedFamily || type.IsNestedFamORAssem ? "protected " : "public ");
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return line.Append("delegate ").Append(ApiSyntax.Delegate(type)).ToString();
        }

        line.Append(Kind(type)).Append(' ').Append(ApiSyntax.FullName(type));
        var bases = Bases(type).ToList();
        if (bases.Count > 0) line.Append(" : ").AppendJoin(", ", bases);
        return line.Append(ApiSyntax.Constraints(type)).ToString();
    }

    private static string Kind(Type type)
    {
        if (type.IsInterface) return "interface";
        if (type.IsEnum) return "enum";
        var record = IsRecord(type) ? "record " : "";
        if (type.IsValueType)
        {
            var isReadOnly = ApiSyntax.Has(type, "IsReadOnlyAttribute") ? "readonly " : "";
            return $"{isReadOnly}{(type.IsByRefLike ? "ref " : "")}{record}struct";
        }

        return (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class",
            (true, false) => $"abstract {record}class",
            (false, true) => $"sealed {record}class",
            _ => $"{record}class",
        };
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum) return [ApiSyntax.Name(Enum.GetUnderlyingType(type))];

        // What a base or another interface brings along says nothing of its own.
        var implied = type.GetInterfaces().SelectMany(one => one.GetInterfaces())
            .Concat(type.BaseType?.GetInterfaces() ?? [])
            .ToHashSet();
        var own = type.GetInterfaces().Where(one => one.IsVisible && !implied.Contains(one)).Select(one => ApiSyntax.Name(one)).Order(StringComparer.Ordinal);
        var hasBase = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType);
        return hasBase ? own.Prepend(ApiSyntax.Name(type.BaseType!)) : own;
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is { } print && ApiSyntax.Has(print, "CompilerGeneratedAttribute"));

    private static bool IsImpliedByRecord(MethodInfo method, Type type) =>
        !IsSpeakable(method)
        || (IsRecord(type) && method.Name != "Deconstruct" && ApiSyntax.Has(method, "CompilerGeneratedAttribute"));

    // The compiler's own names hold characters that no source can write.
    private static bool IsSpeakable(MemberInfo member) => !member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsVisible(MethodBase? method, Type type) =>
        method is not null && (method.IsPublic || (!type.IsSealed && (method.IsFamily || method.IsFamilyOrAssembly)));

    private static bool IsVisible(FieldInfo field, Type type) =>
        field.IsPublic || (!type.IsSealed && (field.IsFamily || field.IsFamilyOrAssembly));
}

using System.Reflection;

namespace CivicTech.Testing;

/// <content>Names of types.</content>
internal static partial class ApiSyntax
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(char)] = "char", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
        [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
    };

    public static string FullName(Type type) => type.Namespace is null ? Short(type, declared: true) : $"{type.Namespace}.{Short(type, declared: true)}";

    public static string Name(Type type, NullabilityInfo? nullability = null, Queue<string?>? tupleNames = null)
    {
        if (type.IsByRef) return Name(type.GetElementType()!, nullability, tupleNames);
        if (type.IsPointer) return $"{Name(type.GetElementType()!)}*";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return $"{Name(underlying, nullability, tupleNames)}?";

        // A bare T is reported as nullable whenever its argument may be, which says nothing about this use of it.
        var canBeMarked = type.IsGenericParameter ? NullableByte(type) == 1 : !type.IsValueType;
        var mark = canBeMarked && nullability?.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!, nullability?.ElementType, tupleNames)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        return Keywords.TryGetValue(type, out var keyword) ? keyword + mark : Short(type, false, nullability, tupleNames) + mark;
    }

    private static string Short(Type type, bool declared = false, NullabilityInfo? nullability = null, Queue<string?>? tupleNames = null)
    {
        if (type.IsGenericParameter) return type.Name;
        var arguments = type.GetGenericArguments();
        var states = nullability?.GenericTypeArguments ?? [];
        if (type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
        {
            // The names of a tuple come before those of the tuples inside it.
            var names = Array.ConvertAll(arguments, _ => tupleNames is { Count: > 0 } ? tupleNames.Dequeue() : null);
            var elements = arguments.Select((argument, i) => $"{Name(argument, states.ElementAtOrDefault(i), tupleNames)} {names[i]}".TrimEnd());
            return $"({string.Join(", ", elements)})";
        }

        // A nested type repeats the parameters of the one around it.
        var inherited = type.IsNested ? type.DeclaringType!.GetGenericArguments().Length : 0;
        var outer = type.IsNested ? Short(type.DeclaringType!, declared) + "." : "";
        return outer + Bare(type) + Generics(arguments[Math.Min(inherited, arguments.Length)..], states.Skip(inherited).ToArray(), declared, tupleNames);
    }

    private static string Bare(Type type)
    {
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : type.Name[..tick];
    }

    private static string Generics(
        Type[] arguments, NullabilityInfo[]? states = null, bool declared = true, Queue<string?>? tupleNames = null)
    {
        if (arguments.Length == 0) return "";
        var names = arguments.Select((argument, i) => Variance(argument, declared) + Name(argument, states?.ElementAtOrDefault(i), tupleNames));
        return $"<{string.Join(", ", names)}>";
    }

    private static string Variance(Type argument, bool declared)
    {
        if (!declared || !argument.IsGenericParameter) return "";
        return (argument.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => "",
        };
    }

    private static Queue<string?>? TupleNames(IEnumerable<CustomAttributeData> attributes)
    {
        var data = attributes.FirstOrDefault(data => data.AttributeType.Name == "TupleElementNamesAttribute");
        return data?.ConstructorArguments[0].Value is IEnumerable<CustomAttributeTypedArgument> names ? new(names.Select(name => (string?)name.Value)) : null;
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;

namespace CivicTech.Testing;

/// <summary>What holds for the public surface of every package. Each rule fails with the list of its offenders.</summary>
internal static class ApiRules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>A class that can be inherited by accident can never be changed again.</summary>
    public static void EveryTypeIsSealedStaticAbstractOrAValue(Assembly assembly) =>
        NoneOf(assembly.GetExportedTypes().Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract));

    public static void EveryNamespaceStartsWithCivicTech(Assembly assembly) =>
        NoneOf(assembly.GetExportedTypes().Where(type =>
            type.Namespace != "CivicTech" && type.Namespace?.StartsWith("CivicTech.", StringComparison.Ordinal) != true));

    /// <summary>What is equal by <c>Equals</c> is equal by <c>==</c>, by <c>object.Equals</c> and in a hash table.</summary>
    public static void EveryEquatableHasEqualityOperators(Assembly assembly) =>
        NoneOf(
            from type in assembly.GetExportedTypes()
            where !type.IsInterface && type.GetInterfaces().Any(one => IsEquatableTo(one, type))
            from name in new[] { "op_Equality", "op_Inequality", nameof(Equals), nameof(GetHashCode) }
            where !type.GetMethods(Declared).Any(method => method.Name == name && method.IsPublic && IsOf(method, type))
            select $"{type}: {name}");

    public static void NoFieldIsMutable(Assembly assembly) =>
        NoneOf(
            from type in assembly.GetExportedTypes()
            where !type.IsEnum
            from field in type.GetFields(Declared)
            where IsVisible(field.Attributes, type) && !field.IsInitOnly && !field.IsLiteral
            select $"{type}: {field.Name}");

    /// <param name="assembly">The package.</param>
    /// <param name="settable">The types that are filled in by a host before use: options, and nothing else.</param>
    public static void NoPropertyIsSettable(Assembly assembly, params Type[] settable) =>
        NoneOf(
            from type in assembly.GetExportedTypes().Except(settable)
            from property in type.GetProperties(Declared)
            let setter = property.SetMethod
            where setter is not null && (setter.IsPublic || (!type.IsSealed && (setter.IsFamily || setter.IsFamilyOrAssembly)))
            where !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{type}: {property.Name}");

    private static bool IsVisible(FieldAttributes attributes, Type type) =>
        (attributes & FieldAttributes.FieldAccessMask) switch
        {
            FieldAttributes.Public => true,
            FieldAttributes.Family or FieldAttributes.FamORAssem => !type.IsSealed,
            _ => false,
        };

    private static bool IsEquatableTo(Type one, Type type) =>
        one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEquatable<>) && Named(one.GetGenericArguments()[0]) == type;

    private static bool IsOf(MethodInfo method, Type type)
    {
        var parameters = method.GetParameters();
        return method.Name switch
        {
            nameof(GetHashCode) => parameters.Length == 0,
            nameof(Equals) => parameters.Length == 1 && parameters[0].ParameterType == typeof(object),
            _ => parameters.Length == 2 && parameters.All(parameter => Named(parameter.ParameterType) == type),
        };
    }

    // The definition stands for itself where its own parameters are its arguments: Pair<T> is equatable to Pair<T>.
    private static Type Named(Type type)
    {
        var plain = type.IsByRef ? type.GetElementType()! : type;
        return plain.IsGenericType ? plain.GetGenericTypeDefinition() : plain;
    }

    private static void NoneOf(IEnumerable<object> offenders) =>
        Assert.Empty(offenders.Select(offender => offender.ToString()).Order(StringComparer.Ordinal));
}

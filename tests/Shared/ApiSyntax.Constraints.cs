using System.Globalization;
using System.Reflection;
using System.Text;

namespace CivicTech.Testing;

/// <content>Constraints of generic parameters.</content>
internal static partial class ApiSyntax
{
    public static string Constraints(MemberInfo generic)
    {
        var parameters = generic is Type type ? type.GetGenericArguments() : ((MethodInfo)generic).GetGenericArguments();
        var text = new StringBuilder();
        foreach (var parameter in parameters.Where(parameter => parameter.IsGenericParameter))
        {
            var clauses = Clauses(parameter).ToList();
            if (clauses.Count > 0) text.Append(CultureInfo.InvariantCulture, $" where {parameter.Name} : {string.Join(", ", clauses)}");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Clauses(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        var types = parameter.GetGenericParameterConstraints().Where(one => one != typeof(ValueType)).ToList();
        var isAnnotated = NullableByte(parameter) == 2;
        if (isStruct)
        {
            yield return Has(parameter, "IsUnmanagedAttribute") ? "unmanaged" : "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return isAnnotated ? "class?" : "class";
        }
        else if (types.Count == 0 && NullableByte(parameter) == 1)
        {
            yield return "notnull";
        }

        foreach (var name in types.Select(one => Name(one)).Order(StringComparer.Ordinal)) yield return name;
        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) yield return "new()";
        if (attributes.HasFlag(GenericParameterAttributes.AllowByRefLike)) yield return "allows ref struct";
    }

    // The byte is left out where it equals that of the surrounding declaration.
    private static byte NullableByte(Type parameter)
    {
        var own = parameter.CustomAttributes.FirstOrDefault(data => data.AttributeType.Name == "NullableAttribute");
        if (own?.ConstructorArguments[0].Value is byte exact) return exact;
        for (MemberInfo? scope = (MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType; scope is not null; scope = scope.DeclaringType)
        {
            var context = scope.CustomAttributes.FirstOrDefault(data => data.AttributeType.Name == "NullableContextAttribute");
            if (context?.ConstructorArguments[0].Value is byte value) return value;
        }

        return 0;
    }
}

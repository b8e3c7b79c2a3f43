using System.Globalization;
using System.Reflection;
using System.Text;

namespace CivicTech.Testing;

/// <summary>Writes single members as C# would declare them.</summary>
internal static partial class ApiSyntax
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Equality"] = "==", ["op_Inequality"] = "!=", ["op_LessThan"] = "<", ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=", ["op_GreaterThanOrEqual"] = ">=", ["op_Addition"] = "+", ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_Modulus"] = "%", ["op_UnaryNegation"] = "-", ["op_UnaryPlus"] = "+",
        ["op_Increment"] = "++", ["op_Decrement"] = "--", ["op_LogicalNot"] = "!", ["op_OnesComplement"] = "~",
        ["op_BitwiseAnd"] = "&", ["op_BitwiseOr"] = "|", ["op_ExclusiveOr"] = "^", ["op_LeftShift"] = "<<", ["op_RightShift"] = ">>",
    };

    public static string Field(FieldInfo field)
    {
        var type = Name(field.FieldType, Nullability.Create(field), TupleNames(field.CustomAttributes));
        var line = $"{Attributes(field)}{Access(field.Attributes)}";
        if (field.IsLiteral) return $"{line}const {type} {field.Name} = {Literal(field.GetRawConstantValue(), field.FieldType)}";
        return $"{line}{Required(field)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    public static string Constructor(ConstructorInfo constructor) =>
        $"{Attributes(constructor)}{Access(constructor)}{Bare(constructor.DeclaringType!)}({Parameters(constructor)})";

    public static string Property(PropertyInfo property, Func<MethodInfo, bool> isVisible)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(isVisible).ToList();
        var widest = accessors.Find(accessor => accessor.IsPublic) ?? accessors[0];
        var type = Returned(property.PropertyType, Nullability.Create(property), property.CustomAttributes);
        // Asked through the accessor: an index parameter of the property itself does not know its nullability.
        var indices = widest.GetParameters()[..property.GetIndexParameters().Length];
        var name = indices.Length == 0 ? property.Name : $"this[{Parameters(indices)}]";
        var list = accessors.OrderBy(accessor => accessor == property.SetMethod).Select(accessor =>
            (accessor.IsPublic == widest.IsPublic ? "" : Access(accessor)) + Keyword(accessor, property));
        return $"{Attributes(property)}{Access(widest)}{Required(property)}{Modifiers(widest)}{type} {name} {{ {string.Join(" ", list)} }}";
    }

    public static string Event(EventInfo e) =>
        $"{Attributes(e)}{Access(e.AddMethod!)}{Modifiers(e.AddMethod!)}event {Name(e.EventHandlerType!, Nullability.Create(e))} {e.Name}";

    public static string Method(MethodInfo method)
    {
        var type = Returned(method.ReturnType, Nullability.Create(method.ReturnParameter), method.ReturnParameter.CustomAttributes);
        var start = $"{Attributes(method)}{Access(method)}{Modifiers(method)}";
        var end = $"({Parameters(method)}){Constraints(method)}";
        if (method.Name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit")
        {
            return $"{start}{(method.Name == "op_Implicit" ? "implicit" : "explicit")} operator {type}{end}";
        }

        return method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal)
            ? $"{start}{type} operator {Operators.GetValueOrDefault(method.Name, method.Name)}{end}"
            : $"{start}{type} {method.Name}{Generics(method.GetGenericArguments())}{end}";
    }

    public static string Delegate(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var result = Returned(invoke.ReturnType, Nullability.Create(invoke.ReturnParameter), invoke.ReturnParameter.CustomAttributes);
        return $"{result} {FullName(type)}({Parameters(invoke)}){Constraints(type)}";
    }

    public static bool Has(MemberInfo member, string attribute) => Has(member.CustomAttributes, attribute);

    private static string Returned(Type type, NullabilityInfo nullability, IEnumerable<CustomAttributeData> attributes)
    {
        var prefix = !type.IsByRef ? "" : Has(attributes, "IsReadOnlyAttribute") ? "ref readonly " : "ref ";
        return prefix + Name(type, nullability, TupleNames(attributes));
    }

    private static string Parameters(MethodBase method)
    {
        var isExtension = Has(method, "ExtensionAttribute");
        return (isExtension ? "this " : "") + Parameters(method.GetParameters());
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var passing = "";
        if (parameter.ParameterType.IsByRef)
        {
            passing = parameter.IsOut ? "out " : Has(parameter.CustomAttributes, "RequiresLocationAttribute") ? "ref readonly " : parameter.IsIn ? "in " : "ref ";
        }
        else if (Has(parameter.CustomAttributes, "ParamArrayAttribute") || Has(parameter.CustomAttributes, "ParamCollectionAttribute"))
        {
            passing = "params ";
        }

        var type = Name(parameter.ParameterType, Nullability.Create(parameter), TupleNames(parameter.CustomAttributes));
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{passing}{type} {parameter.Name}{value}";
    }

    private static string Keyword(MethodInfo accessor, PropertyInfo property)
    {
        if (accessor == property.GetMethod) return "get;";
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");
        return isInit ? "init;" : "set;";
    }

    private static string Required(MemberInfo member) => Has(member, "RequiredMemberAttribute") ? "required " : "";

    private static string Modifiers(MethodInfo method)
    {
        var isStatic = method.IsStatic ? "static " : "";
        if (method.DeclaringType!.IsInterface)
        {
            // An instance member of an interface is abstract unless it says otherwise.
            return isStatic + (method.IsAbstract ? method.IsStatic ? "abstract " : "" : method.IsVirtual ? "virtual " : "");
        }

        if (!method.IsVirtual || method.IsStatic) return isStatic;
        if (method.GetBaseDefinition() != method) return method.IsFinal ? "sealed override " : "override ";
        return method.IsAbstract ? "abstract " : method.IsFinal ? "" : "virtual ";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "public " : "protected ";

    private static string Access(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public ? "public " : "protected ";

    private static bool Has(IEnumerable<CustomAttributeData> attributes, string name) => attributes.Any(data => data.AttributeType.Name == name);
}

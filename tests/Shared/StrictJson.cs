using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Testing;

/// <summary>Walks the types of documents that clients send, however deep: their lists are to be read without holes and their enumerations by name. Without that a list or an enumeration that is added is read as the serializer likes.</summary>
internal static class StrictJson
{
    /// <summary>Fails at the first list or enumeration of ours that is read otherwise.</summary>
    /// <param name="context">Reads them.</param>
    /// <param name="roots">The documents.</param>
    /// <returns>How many kinds of lists and enumerations were seen.</returns>
    internal static (int Lists, int Enumerations) Check(JsonSerializerContext context, params Type[] roots)
    {
        var (seen, waiting) = (new HashSet<Type>(), new Queue<Type>(roots));
        var (lists, enumerations) = (0, 0);
        while (waiting.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            if (type.IsGenericType)
            {
                type.GetGenericArguments().ToList().ForEach(waiting.Enqueue);
                if (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && !type.GetGenericArguments()[0].IsValueType)
                {
                    lists++;
                    AssertReadBy("WholeList`1", type);
                }
            }
            else if (IsOurs(type) && type.IsEnum)
            {
                enumerations++;
                AssertReadBy("NamedOnly`1", type);
            }
            else if (IsOurs(type) && type.GetCustomAttribute<JsonConverterAttribute>() is null)
            {
                type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).ToList().ForEach(waiting.Enqueue);
                Members(type).Select(member => member.PropertyType).ToList().ForEach(waiting.Enqueue);
            }
        }

        return (lists, enumerations);

        void AssertReadBy(string converter, Type type) => Assert.True(context.GetTypeInfo(type)?.Converter.GetType().Name == converter, $"{type} is read by {context.GetTypeInfo(type)?.Converter}.");
    }

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("CivicTech.", StringComparison.Ordinal);

    // Where a constructor takes them, they need not be settable.
    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(property =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is null
        && (property.CanWrite || type.GetConstructors().Any(constructor => constructor.GetParameters().Any(taken => taken.Name!.Equals(property.Name, StringComparison.OrdinalIgnoreCase)))));
}

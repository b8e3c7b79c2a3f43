using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Numerics;
using CivicTech.Receipts;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>Makes one of anything that is stored or sent, with every member set to something other than its default: a member that is added later is in it by itself.</summary>
internal static class EveryMember
{
    private static readonly Instant Start = Instant.FromUtc(2027, 3, 1, 8, 0);

    // Criteria hold criteria: so deep.
    private const int Deepest = 2;

    /// <summary>A value of a type; another salt gives another value.</summary>
    internal static object Make(Type type, int salt, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => $"text-{salt}",
            _ when type == typeof(int) => salt + 1,
            _ when type == typeof(bool) => salt % 2 == 0,
            _ when type == typeof(Rational) => new Rational(salt + 1, 97),
            _ when type == typeof(Instant) => Start + Duration.FromNanoseconds(salt + 1),
            _ when type == typeof(Duration) => Duration.FromNanoseconds(salt + 1),
            _ when type == typeof(Digest) => Digest.Of([(byte)salt]),
            _ when type == typeof(TimeWindow) => new TimeWindow(Start, Start + Duration.FromNanoseconds(salt + 1)),
            _ when type == typeof(Deadline) => new Deadline(new LocalDateTime(2027, 3, 1, 8, salt % 60), "Asia/Tehran") { SkippedHour = SkippedHour.Refuse, DoubledHour = DoubledHour.Later },
            _ when type.IsEnum => Enum.GetValues(type).GetValue((salt + 1) % Enum.GetValues(type).Length)!,
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => List(type, salt, depth),
            _ when type.IsAbstract => Make(KindsOf(type, depth)[salt % KindsOf(type, depth).Length], salt, depth + 1),
            _ => Filled(type, salt, depth),
        };
    }

    /// <summary>The same with one member changed.</summary>
    internal static object With(object one, PropertyInfo member, object? value)
    {
        var other = Activator.CreateInstance(one.GetType(), nonPublic: true)!;
        foreach (var property in MembersOf(one.GetType()))
        {
            property.SetValue(other, property == member ? value : property.GetValue(one));
        }

        return other;
    }

    internal static ImmutableArray<PropertyInfo> MembersOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)];

    /// <summary>All records that a type is made of, and it too.</summary>
    internal static void Collect(Type type, HashSet<Type> into)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            Collect(type.GetGenericArguments()[0], into);
        }
        else if (type.IsClass && type.Namespace!.StartsWith("CivicTech.Consensus.Delphi", StringComparison.Ordinal) && into.Add(type))
        {
            foreach (var part in type.IsAbstract ? type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType) : MembersOf(type).Select(member => member.PropertyType))
            {
                Collect(part, into);
            }
        }
    }

    /// <summary>As JSON and back, as the kind of thing that it is stored as.</summary>
    internal static object? ReadBack(object one)
    {
        var type = one.GetType();
        while (type.BaseType is { IsAbstract: true } general)
        {
            type = general;
        }

        var json = DelphiJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type.Name} is unknown to JSON.");
        return JsonSerializer.Deserialize(JsonSerializer.Serialize(one, json), json);
    }

    private static object Filled(Type type, int salt, int depth)
    {
        var one = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var (place, member) in MembersOf(type).Index())
        {
            member.SetValue(one, Make(member.PropertyType, salt + place, depth));
        }

        return one;
    }

    private static object List(Type type, int salt, int depth)
    {
        var of = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(of, 2);
        ((IList)items)[0] = Make(of, salt, depth);
        ((IList)items)[1] = Make(of, salt + 1, depth);
        return typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true } only] && only.ParameterType.IsSZArray)
            .MakeGenericMethod(of).Invoke(null, [items])!;
    }

    private static Type[] KindsOf(Type type, int depth) =>
        [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).Where(kind => depth < Deepest || MembersOf(kind).All(member => !Holds(member.PropertyType, type)))];

    private static bool Holds(Type type, Type part) => type == part || (type.IsGenericType && type.GetGenericArguments().Contains(part));
}

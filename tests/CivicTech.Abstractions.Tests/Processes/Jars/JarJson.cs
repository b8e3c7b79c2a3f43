using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

[JsonSourceGenerationOptions(Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(JarCommand))]
[JsonSerializable(typeof(JarHead))]
[JsonSerializable(typeof(Donor))]
[JsonSerializable(typeof(PendingEffect<Thanks>))]
[JsonSerializable(typeof(ImmutableArray<JarEvent>))]
internal sealed partial class JarJson : JsonSerializerContext;

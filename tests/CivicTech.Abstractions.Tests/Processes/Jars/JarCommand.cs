using System.Text.Json.Serialization;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

/// <summary>What can be asked of a jar.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Put), "put")]
[JsonDerivedType(typeof(TakeBack), "take-back")]
[JsonDerivedType(typeof(MoveOn), "move-on")]
[JsonDerivedType(typeof(StartThanks), "start-thanks")]
[JsonDerivedType(typeof(TellThanks), "tell-thanks")]
[JsonDerivedType(typeof(Count), "count")]
[JsonDerivedType(typeof(Break), "break")]
[JsonDerivedType(typeof(AskForGhosts), "ask-for-ghosts")]
internal abstract record JarCommand : IProcessCommand
{
    public string? Key { get; init; }

    public string? By { get; init; }

    internal sealed record Open(Instant Until) : JarCommand;

    internal sealed record Put(string Donor, int Coins) : JarCommand;

    internal sealed record TakeBack(string Donor) : JarCommand;

    internal sealed record MoveOn : JarCommand;

    internal sealed record StartThanks(string Effect) : JarCommand;

    internal sealed record TellThanks(string Effect) : JarCommand;

    /// <summary>Refuses with the number of coins: needs all donors.</summary>
    internal sealed record Count : JarCommand;

    /// <summary>A defect of the process.</summary>
    internal sealed record Break : JarCommand;

    /// <summary>A defect of the format: it does not read what the decision needs.</summary>
    internal sealed record AskForGhosts : JarCommand;
}

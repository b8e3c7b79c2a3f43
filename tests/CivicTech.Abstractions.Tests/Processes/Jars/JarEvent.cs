using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

/// <summary>What can happen to a jar.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(CoinsPut), "coins-put")]
[JsonDerivedType(typeof(TakenBack), "taken-back")]
[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(ThanksAsked), "thanks-asked")]
[JsonDerivedType(typeof(ThanksStarted), "thanks-started")]
[JsonDerivedType(typeof(ThanksSent), "thanks-sent")]
internal abstract record JarEvent
{
    internal sealed record Opened(Instant Until) : JarEvent;

    internal sealed record CoinsPut(string Donor, int Coins) : JarEvent;

    internal sealed record TakenBack(string Donor) : JarEvent;

    internal sealed record Settled(string Donor) : JarEvent;

    internal sealed record Closed : JarEvent;

    internal sealed record ThanksAsked(string Effect, Instant At) : JarEvent;

    internal sealed record ThanksStarted(string Effect, Instant At) : JarEvent;

    internal sealed record ThanksSent(string Effect) : JarEvent;
}

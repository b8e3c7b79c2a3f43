using System.Collections.Immutable;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>What a gateway answers: one of the nested cases.</summary>
public abstract record GatewayAnswer
{
    private GatewayAnswer()
    {
    }

    /// <summary>The call is done or under way, and this is what is known of it.</summary>
    public sealed record Known : GatewayAnswer
    {
        /// <summary>An answer.</summary>
        /// <param name="events">What is known, in any order; may be empty when the provider only says "accepted".</param>
        public Known(params ImmutableArray<ProviderEvent> events) => Events = events.IsDefault ? [] : events;

        /// <summary>What is known, in any order. A host also may hear it again through the provider's own messages.</summary>
        public ImmutableArray<ProviderEvent> Events { get; }

        /// <summary>Whether both say the same in the same order.</summary>
        /// <param name="other">Another answer.</param>
        public bool Equals(Known? other) => other is not null && Events.AsSpan().SequenceEqual(other.Events.AsSpan());

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(Events.Length, Events.FirstOrDefault());
    }

    /// <summary>A link is ready.</summary>
    public sealed record Link : GatewayAnswer
    {
        /// <summary>An answer.</summary>
        /// <param name="url">Where the backer pays.</param>
        public Link(Uri url)
        {
            ArgumentNullException.ThrowIfNull(url);
            Url = url;
        }

        /// <summary>Where the backer pays: to be handed to the backer, and to nobody else.</summary>
        public Uri Url { get; }
    }

    /// <summary>The provider said no to the call itself and did nothing; calling again would not help.</summary>
    /// <remarks>
    /// A key that was used for something else, a second capture, a refund beyond what is left. A payment that was declined is
    /// no refusal: it is <see cref="Known"/> with a <see cref="ProviderEventKind.Failed"/> event.
    /// </remarks>
    public sealed record Refused : GatewayAnswer
    {
        /// <summary>An answer.</summary>
        /// <param name="code">Why, as a stable code such as <c>key-reused</c>.</param>
        public Refused(string code)
        {
            ArgumentException.ThrowIfNullOrEmpty(code);
            Code = code;
        }

        /// <summary>Why, as a stable code.</summary>
        public string Code { get; }
    }

    /// <summary>Nothing with that key ever arrived.</summary>
    public sealed record NotKnown : GatewayAnswer;
}

using System.Text.Json;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What is wrong with a part of a plan, for who reads the plan.</summary>
internal static class PartProblem
{
    /// <summary>The exception without a path, so that the serializer adds that of the part; the place within the part goes before the message. Null for what is no problem of the document.</summary>
    internal static JsonException? Of(Exception exception) => exception switch
    {
        JsonException { Path: { Length: > 2 } path } => new JsonException($"{path[2..]}: {exception.Message.Split(" Path: ")[0]}", exception),
        JsonException => new JsonException(exception.Message.Split(" Path: ")[0], exception),

        // Rules check themselves when they are made.
        ArgumentException => new JsonException(exception.Message, exception),
        _ => null,
    };
}

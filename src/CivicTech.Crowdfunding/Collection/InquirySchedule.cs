using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>
/// How long a provider is waited for before it is asked about what it has not said the last word of: six hours, then each time twice as long, at most four days, so that it is asked at least
/// once within the usual grace. After a month without news a person is told; then it is asked ever more rarely.
/// </summary>
internal static class InquirySchedule
{
    /// <summary>With this question, after a month, a person is told.</summary>
    internal const int Told = 11;

    private static readonly Duration First = Duration.FromHours(6);
    private static readonly Duration Most = Duration.FromDays(4);

    /// <summary>The pause before the next question.</summary>
    /// <param name="asks">How many were asked without an answer that was news.</param>
    internal static Duration After(int asks) => asks < Told
        ? Duration.Min(First * (1 << Math.Min(asks, 5)), Most)
        : Most * (1 << Math.Min(asks - Told + 1, 8));
}

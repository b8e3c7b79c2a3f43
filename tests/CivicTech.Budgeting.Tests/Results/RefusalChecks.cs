using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CivicTech.Processes;

namespace CivicTech.Tests.Budgeting.Results;

/// <summary>What holds of every kind of refusal.</summary>
internal static class RefusalChecks
{
    internal static void AreAll([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type, ImmutableArray<RefusalKind> all) => Assert.Equal(
        type.GetProperties().Select(property => property.GetValue(null)).OfType<RefusalKind>().Select(kind => kind.Code).Order(StringComparer.Ordinal),
        all.Select(kind => kind.Code).Order(StringComparer.Ordinal));

    internal static void IsWellFormed(string code, ImmutableArray<Refusal> refusals, ImmutableArray<RefusalKind> all)
    {
        var refusal = Assert.Single(refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Same(all.Single(kind => kind.Code == code), refusal.Kind);
        Assert.All(refusal.Data, data => Assert.False(string.IsNullOrEmpty(data.Value), data.Key));
        var sentences = new[] { "en", "fr", "fa" }.Select(refusal.Message).ToList();
        Assert.Equal(3, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.DoesNotContain('{', sentence));
        Assert.Contains(sentences[2], letter => letter is >= '\u0600' and <= '\u06FF');
    }
}

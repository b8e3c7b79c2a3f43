using NodaTime;
using NodaTime.Text;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Instants in the data of refusals: ISO 8601, UTC.</summary>
internal static class InstantText
{
    internal static string Of(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}

using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Paper;

/// <summary>Where a card stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CardStatus>))]
public enum CardStatus
{
    /// <summary>One clerk has read it.</summary>
    [JsonStringEnumMemberName("entered-once")]
    EnteredOnce,

    /// <summary>Several clerks have read it; what follows from that is being found out. Whoever enters it again, the same, brings that to an end.</summary>
    [JsonStringEnumMemberName("entered-twice")]
    EnteredTwice,

    /// <summary>Clerks have read different things: one more has to look.</summary>
    [JsonStringEnumMemberName("disputed")]
    Disputed,

    /// <summary>A ballot was cast. Another one of the same voter may have taken its place since.</summary>
    [JsonStringEnumMemberName("valid")]
    Valid,

    /// <summary>It is no ballot, and was not cast.</summary>
    [JsonStringEnumMemberName("invalid")]
    Invalid,

    /// <summary>It was declared void; its ballot is being taken out of the box. Whoever declares it void again brings that to an end.</summary>
    [JsonStringEnumMemberName("being-voided")]
    BeingVoided,

    /// <summary>It was declared void.</summary>
    [JsonStringEnumMemberName("void")]
    Void,
}

using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Effects;

/// <summary>What people are to be told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>To an expert: the invitation.</summary>
    [JsonStringEnumMemberName("invitation")]
    Invitation,

    /// <summary>To the experts who are asked: the questions of a round are open.</summary>
    [JsonStringEnumMemberName("questions-open")]
    QuestionsOpen,

    /// <summary>To the experts who are asked: a round goes on for longer.</summary>
    [JsonStringEnumMemberName("round-longer")]
    RoundLonger,

    /// <summary>To experts who have not answered everything: the round will close.</summary>
    [JsonStringEnumMemberName("reminder")]
    Reminder,

    /// <summary>To the facilitator: what a round found is known.</summary>
    [JsonStringEnumMemberName("findings-ready")]
    FindingsReady,

    /// <summary>To all who took part: the study is over.</summary>
    [JsonStringEnumMemberName("study-over")]
    StudyOver,
}

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>How a study ended.</summary>
public enum StudyEnd
{
    /// <summary>It goes on.</summary>
    NotYet,

    /// <summary>By the stop rule of its protocol.</summary>
    ByRule,

    /// <summary>By a decision of the facilitator, although the rule would have gone on.</summary>
    ByFacilitator,

    /// <summary>Without a result.</summary>
    Cancelled,
}

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>Why a figure of a panel is not told.</summary>
public enum WithheldReason
{
    /// <summary>It compares with the round before, and this is the first.</summary>
    FirstRound,

    /// <summary>It compares with the round before, in which the panel was not asked.</summary>
    PanelNotAsked,

    /// <summary>Fewer than two experts or items are left without gaps: there is nothing to compute.</summary>
    TooFewWithoutGaps,

    /// <summary>Fewer experts than the smallest cell are left without gaps.</summary>
    SmallGroup,

    /// <summary>Fewer experts than the smallest cell tell the items apart.</summary>
    FewTellApart,

    /// <summary>Beside what is told of other groups it would tell how fewer experts than the smallest cell ordered the items.</summary>
    BySubtraction,
}

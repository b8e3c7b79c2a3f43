namespace CivicTech.Crowdfunding.Pledges;

/// <summary>The next thing to do about a pledge.</summary>
internal enum PledgeStep
{
    /// <summary>Make an attempt to collect it.</summary>
    Collect,

    /// <summary>Take what an attempt holds.</summary>
    Capture,

    /// <summary>Remind the backer of the last attempt.</summary>
    Remind,

    /// <summary>Give up collecting.</summary>
    Drop,

    /// <summary>Money came for a pledge that was given up: it stands again.</summary>
    Revive,

    /// <summary>Let go of a hold, or close a link, that is not needed.</summary>
    Release,

    /// <summary>Send back what is there beyond what the backer owes.</summary>
    Refund,

    /// <summary>Ask the provider what became of an attempt.</summary>
    Ask,

    /// <summary>The backer should have had word from the owner by now.</summary>
    Feedback,
}

namespace CivicTech.Budgeting.Voting.Boxes;

/// <summary>Where a ballot box stands. It only goes forward.</summary>
public enum BoxStage
{
    /// <summary>There is no box yet.</summary>
    NotOpened,

    /// <summary>Files are saved.</summary>
    Open,

    /// <summary>Nothing is saved any more.</summary>
    Sealed,

    /// <summary>Voters and ballots are separated: the files are a register of who voted, the ballots are groups.</summary>
    Separated,
}

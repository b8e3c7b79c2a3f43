namespace CivicTech.Consensus.Formats;

/// <summary>The formats of ballot files that are read.</summary>
public enum BallotFileFormat
{
    /// <summary>BLT of the Electoral Reform Society and its extensions: <see cref="Formats.Blt"/>.</summary>
    Blt,

    /// <summary>Tables of Scottish council wards: <see cref="Formats.WardCsv"/>.</summary>
    WardCsv,

    /// <summary>Condorcet Election Format: <see cref="Formats.Cvotes"/>.</summary>
    Cvotes,

    /// <summary>PrefLib's ordinal and categorical files: <see cref="Formats.PrefLib"/>.</summary>
    PrefLib,

    /// <summary>Approval elections of the Python package abcvoting: <see cref="Formats.AbcYaml"/>.</summary>
    AbcYaml,

    /// <summary>Cast vote records that an RCTab configuration names: <see cref="Formats.RctabCvr"/>.</summary>
    Rctab,

    /// <summary>NIST SP 1500-103 cast vote records as JSON: <see cref="Formats.CdfJson"/>.</summary>
    CdfJson,
}

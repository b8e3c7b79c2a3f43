namespace Agreement.Reporting;

/// <summary>An analysis as a text for people: every figure with what it says.</summary>
internal static class Report
{
    private const string Demo = "A built-in example: the town and its residents are made up. They rated eight services from 1 (poor) to 5 (very good).\n\n";

    private const string WhatNext = """

        What next?
          --compare samples/Agreement/Fernhollow-round2.csv
                                  how agreement changed when the residents rated again (from the folder of the repository)
          --constant count        counts Hana, as other programs do: what happens to W?
          --json                  the same as data
          path/to/ratings.csv     analyses a file of your own
          --help                  says how to write it, and everything else

        """;

    internal static string Of(Analysis analysis)
    {
        var isDemo = analysis.Request.File is null;
        var isPlain = analysis.Request == new AgreementRequest();
        string?[] sections =
        [
            PanelSection.Of(analysis),
            analysis.Result.Incomplete is { } incomplete ? IncompleteSection.Of(incomplete) : AgreementSection.Of(analysis),
            ChanceSection.Of(analysis),
            ItemSection.Of(analysis.Result),
            RaterSection.Of(analysis),
            ChangeSection.Of(analysis),
        ];
        return (isDemo ? Demo : "") + string.Join('\n', sections.Where(section => section is not null)) + (isPlain ? WhatNext : "");
    }
}

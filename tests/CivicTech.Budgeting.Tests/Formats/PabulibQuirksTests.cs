using System.Text;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Tests.Budgeting;

/// <summary>
/// What real files contain: each row is a file, the ballots that a lenient reading finds, the repairs that it reports, and the place at which
/// a strict reading refuses the file.
/// </summary>
public sealed class PabulibQuirksTests
{
    private const string Plain = "1*A,B | 1*B";
    private const string Header = "voter_id;vote\n";
    private const string Points = "voter_id;vote;points\n";

    public static TheoryData<string, string, string, string, string> Quirks => new()
    {
        { "nothing", Pb.File(), Plain, "", "" },
        { "byte order mark", "\uFEFF" + Pb.File(), Plain, "", "" },
        { "CRLF", Pb.File().ReplaceLineEndings("\r\n"), Plain, "", "" },
        { "lone CR", Pb.File().ReplaceLineEndings("\r"), Plain, "", "" },
        { "mixed newlines", Pb.File(Header + "1;A,B\r\n2;B\r3;C\n4;C\r\n"), "1*A,B | 1*B | 2*C", "num-votes@8:0", "num-votes@8:0" },
        { "no final newline", Pb.File()[..^1], Plain, "", "" },
        { "no final newline, CR", Pb.File().ReplaceLineEndings("\r")[..^1], Plain, "", "" },
        { "blank lines", Pb.File(Header + "1;A,B\n\n2;B\n \t\n", "project_id;cost\nA;10\n\nB;20.5\n"),
            Plain, "blank-line@17:0 blank-line@22:0 blank-line@24:0 num-votes@8:0 num-projects@7:0", "blank-line@17:0" },
        { "blank lines, vote first", Pb.File("vote;voter_id\nA,B;1\n\nB;2\n"), Plain, "blank-line@22:0 num-votes@8:0", "blank-line@22:0" },
        { "lines of separators", Pb.File(Header + "1;A,B\n;\n2;B\n"), Plain, "blank-line@22:0 num-votes@8:0", "blank-line@22:0" },
        { "quoted cells", Pb.File("\"voter_id\";\"vote\"\n\"1\";\"A,B\"\n2;\"B\"\n"), Plain, "", "" },
        { "quoted title and keys", Pb.File().Replace("META\n", "\"META\"\n", StringComparison.Ordinal).Replace("budget;", "\"budget\";", StringComparison.Ordinal), Plain, "", "" },
        { "separators, quotes and newlines in quotes", Pb.File(projects: "project_id;cost;name\nA;10;\"x; \"\"y\"\"\nz\"\nB;20.5;b\n")
            .Replace("description;Test", "description;\"a;b\nc\"\"d\"\"\"", StringComparison.Ordinal), Plain, "num-projects@8:0", "num-projects@8:0" },
        { "fault behind newlines in quotes", Pb.File(Header + "\"1\n\r\n\";A,B\n2;B,X\n"), Plain, "unknown-project@24:5 num-votes@8:0", "unknown-project@24:5" },
        { "fault in a record with newlines", Pb.File("voter_id;name;vote\n1;\"x\ny\";A,X,B\n2;;B\n"), Plain, "unknown-project@22:6 num-votes@8:0", "unknown-project@22:6" },
        { "quote within an unquoted cell", Pb.File("voter_id;vote;name\n1\";A,B;the \"old\" one\n2;B;\n"), Plain, "", "" },
        { "text behind a closing quote", Pb.File(Header + "1;\"A\",B\n2;B\n"), Plain, "", "" },
        { "columns in another order", Pb.File("vote;age;voter_id\nA,B;30;1\nB;40;2\n", "name;cost;project_id\na;10;A\nb;20.5;B\n"), Plain, "", "" },
        { "points before vote", Pb.File("points;vote;voter_id\n5,2;A,B;1\n3;B;2\n", type: "cumulative"), "1*A=5,B=2 | 1*B=3", "", "" },
        { "header with blanks", Pb.File("voter_id ; vote\n1;A,B\n2;B\n"), Plain, "header@20:1 header@20:11", "header@20:1" },
        { "header in upper case", Pb.File("VOTER_ID;Vote\n1;A,B\n2;B\n"), Plain, "header@20:1 header@20:10", "header@20:1" },
        { "titles with separators and in any case",
            Pb.File().Replace("META\n", "Meta;;\n", StringComparison.Ordinal).Replace("VOTES\n", " votes ;\n", StringComparison.Ordinal), Plain, "", "" },
        { "META without a header", Pb.File().Replace("key;value\n", "", StringComparison.Ordinal), Plain, "no-header@2:1", "no-header@2:1" },
        { "semicolon in a META value", Pb.File().Replace(";Test\n", ";a;b\n", StringComparison.Ordinal), Plain, "extra-cell@3:15", "extra-cell@3:15" },
        { "trailing separators in META", Pb.File().Replace(";Test\n", ";Test;;\n", StringComparison.Ordinal), Plain, "", "" },
        { "key without a value", Pb.File(extraMeta: "comment\n"), Plain, "no-value@14:8", "no-value@14:8" },
        { "value without a key", Pb.File(extraMeta: ";x\n"), Plain, "empty-key@14:1", "empty-key@14:1" },
        { "repeated key", Pb.File(extraMeta: "budget;7\n"), Plain, "repeated-key@14:1", "repeated-key@14:1" },
        { "mandatory key missing", Pb.File().Replace("country;Nowhere\n", "", StringComparison.Ordinal), Plain, "no-meta@0:0", "no-meta@0:0" },
        { "mandatory key empty", Pb.File().Replace(";Nowhere", ";", StringComparison.Ordinal), Plain, "no-meta@4:0", "no-meta@4:0" },
        { "vote type in upper case", Pb.File(type: "Approval"), Plain, "vote-type@10:0", "vote-type@10:0" },
        { "decimal comma in the budget", Pb.File(budget: "50,25"), Plain, "number@9:0", "number@9:0" },
        { "blanks in the budget", Pb.File(budget: "1 000 000"), Plain, "number@9:0", "number@9:0" },
        { "half a decimal", Pb.File(budget: "50."), Plain, "number@9:0", "number@9:0" },
        { "decimal comma in a cost", Pb.File(projects: "project_id;cost\nA;10\nB;20,5\n"), Plain, "number@17:3", "number@17:3" },
        { "max_length is no number", Pb.File(extraMeta: "max_length;many\n"), Plain, "meta-number@14:0", "meta-number@14:0" },
        { "too many votes stated", Pb.File().Replace("num_votes;2", "num_votes;3", StringComparison.Ordinal), Plain, "num-votes@8:0", "num-votes@8:0" },
        { "too few projects stated", Pb.File().Replace("num_projects;3", "num_projects;2", StringComparison.Ordinal), Plain, "num-projects@7:0", "num-projects@7:0" },
        { "repeated project", Pb.File(projects: "project_id;cost\nA;10\nB;20\nA;30\n"), Plain, "repeated-project@18:1 num-projects@7:0", "repeated-project@18:1" },
        { "project without an id", Pb.File(projects: "cost;project_id\n10;A\n20;B\n30;\n"), Plain, "empty-project-id@18:4 num-projects@7:0", "empty-project-id@18:4" },
        { "repeated column", Pb.File(projects: "project_id;cost;cost\nA;10;x\nB;20;y\n"), Plain, "repeated-column@15:17", "repeated-column@15:17" },
        { "cells missing", Pb.File("voter_id;vote;age\n1;A,B\n2;B;\n"), Plain, "missing-cells@21:0", "missing-cells@21:0" },
        { "cells too many", Pb.File(Header + "1;A,B;x\n2;B;y\n"), Plain, "extra-cells@21:7 extra-cells@22:5", "extra-cells@21:7" },
        { "no cell for the vote", Pb.File(Header + "1;A,B\n2\n3;B\n"), Plain, "missing-cells@22:0 no-vote@22:0", "missing-cells@22:0" },
        { "declared votes", Pb.File(projects: "project_id;cost;votes\nA;10;1\nB;20;3\nC;5;\n"), Plain, "declared-votes@17:0", "declared-votes@17:0" },
        { "declared score", Pb.File(Points + "1;A,B;2,1\n", "project_id;cost;votes;score\nA;10;1;2\nB;20;1;2\n", "scoring"), "1*A=2,B=1", "declared-score@17:0", "declared-score@17:0" },
        { "declared votes are no number", Pb.File(projects: "project_id;cost;votes\nA;10;1\nB;20;many\nC;5;-\n"), Plain, "declared-votes@17:6", "declared-votes@17:6" },
        { "selected is odd", Pb.File(projects: "project_id;cost;selected\nA;10;yes\nB;20;-1\nC;5;None\n"), Plain, "selected@16:6 selected@17:6", "selected@16:6" },
        { "repeated in a vote", Pb.File(Header + "1;A,B,A\n2;B\n"), Plain, "repeated-in-vote@21:7", "repeated-in-vote@21:7" },
        { "unknown in a vote", Pb.File(Header + "1;A,X,B\n2;B\n"), Plain, "unknown-project@21:5", "unknown-project@21:5" },
        { "unknown in a quoted vote", Pb.File(Header + "1;\"A,X,B\"\n2;B\n"), Plain, "unknown-project@21:6", "unknown-project@21:6" },
        { "commas too many", Pb.File(Header + "1;A,,B,\n2;,B\n"), Plain, "empty-project@21:5 empty-project@21:8 empty-project@22:3", "empty-project@21:5" },
        { "blanks around ids", Pb.File(Header + "1;A, B\n2;B\n"), Plain, "blanks@21:5", "blanks@21:5" },
        { "tab around ids", Pb.File(Header + "1;A\t,B\n2;B\n"), Plain, "blanks@21:3", "blanks@21:3" },
        { "blanks around the vote", Pb.File(Header + " 1 ; A,B \n2;B\n"), Plain, "", "" },
        { "empty votes", Pb.File(Header + "1;\n2;None\n3;\"\"\n4;A\n"), "1*A | 3*", "", "" },
        { "empty vote where one is demanded", Pb.File(Header + "1;\n2;A\n", extraMeta: "min_length;1\n"), "1* | 1*A", "ballot-length@22:0", "ballot-length@22:0" },
        { "vote too long", Pb.File(extraMeta: "max_length;1\n"), Plain, "ballot-length@22:0", "ballot-length@22:0" },
        { "two choices in choose-1", Pb.File(type: "choose-1"), Plain, "ballot-length@21:0", "ballot-length@21:0" },
        { "vote too dear", Pb.File(extraMeta: "max_sum_cost;30\n"), Plain, "", "ballot-cost@22:0" },
        { "voter twice", Pb.File(Header + "1;A,B\n1;B\n"), Plain, "", "repeated-voter@22:1" },
        { "voter without an id", Pb.File(Header + "1;A,B\n;B\n"), Plain, "", "no-voter@22:1" },
        { "ranking", Pb.File(Header + "1;B,A\n2;A,B\n3;B,A\n", type: "ordinal"), "1*A,B | 2*B,A", "", "" },
        { "points for too few", Pb.File(Points + "1;A,B;1\n2;B;3\n", type: "scoring"), "1*B=3", "points@21:7", "points@21:7" },
        { "points for a repeated project", Pb.File(Points + "1;A,B,A;1,2,3\n", type: "scoring"), "1*A=1,B=2", "repeated-in-vote@21:7", "repeated-in-vote@21:7" },
        { "points are no number", Pb.File(Points + "1;A,B;1,x\n2;B;3\n", type: "scoring"), "1*B=3", "points@21:7", "points@21:7" },
        { "points beyond the limits", Pb.File(Points + "1;A,B;1,2\n2;B;9\n", type: "cumulative", extraMeta: "max_points;5\nmax_sum_points;2\n"),
            "1*A=1,B=2 | 1*B=9", "ballot-points@23:0 ballot-points@24:0 ballot-points@24:0", "ballot-points@23:0" },
        { "points with decimals", Pb.File(Points + "1;A,B;1,2\n2;B;0.5\n3;A;-0.25\n4;B;0.50\n", type: "scoring"),
            "1*A=-25 | 1*A=100,B=200 | 2*B=50", "", "" },
        { "no points and no vote", Pb.File(Points + "1;;\n2;B;3\n", type: "scoring"), "1* | 1*B=3", "", "" },
        { "row without points", Pb.File(Points + "1;A\n2;B;3\n", type: "scoring"), "1*B=3", "missing-cells@21:0 no-points@21:0", "missing-cells@21:0" },
    };

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "empty", "", "no-section@0:0" },
        { "no section", "hello\n", "no-section@1:1" },
        { "UTF-16", "\uFEFF!", "encoding@1:1" },
        { "META alone", "META\nkey;value\n", "no-section@0:0" },
        { "cut in PROJECTS", Pb.File()[..Pb.File().IndexOf("VOTES", StringComparison.Ordinal)], "no-section@0:0" },
        { "sections in another order", "PROJECTS\nproject_id;cost\n", "no-section@1:1" },
        { "VOTES without PROJECTS", Pb.File().Replace("PROJECTS\n" + Pb.Projects, "", StringComparison.Ordinal), "no-section@14:1" },
        { "section twice", Pb.File() + "META\n", "section-order@23:1" },
        { "VOTES before PROJECTS", "META\nkey;value\nVOTES\n", "no-section@3:1" },
        { "META header", Pb.File().Replace("key;value", "name;value", StringComparison.Ordinal), "header@2:1" },
        { "PROJECTS without a header", Pb.File(projects: ""), "header@0:0" },
        { "PROJECTS without costs", Pb.File(projects: "project_id;price\nA;1\n"), "header@15:1" },
        { "VOTES without votes", Pb.File("voter_id;choice\n1;A\n"), "header@20:1" },
        { "no column for points", Pb.File(type: "cumulative"), "header@20:1" },
        { "budget missing", Pb.File().Replace("budget;50\n", "", StringComparison.Ordinal), "no-budget@0:0" },
        { "budget negative", Pb.File(budget: "-1"), "budget@9:0" },
        { "budget ambiguous", Pb.File(budget: "1,000"), "budget@9:0" },
        { "budget with thousands", Pb.File(budget: "1,000,000"), "budget@9:0" },
        { "budget as a fraction", Pb.File(budget: "1/2"), "budget@9:0" },
        { "budget with an exponent", Pb.File(budget: "1e9"), "budget@9:0" },
        { "budget huge", Pb.File(budget: new string('9', 20_000)), "budget@9:0" },
        { "vote type missing", Pb.File(type: ""), "no-vote-type@10:0" },
        { "vote type unknown", Pb.File(type: "random"), "vote-type@10:0" },
        { "cost ambiguous", Pb.File(projects: "project_id;cost\nA;1,000\n"), "cost@16:3" },
        { "cost negative", Pb.File(projects: "project_id;cost\nA;-1\n"), "cost@16:3" },
        { "cost missing", Pb.File(projects: "cost;project_id\n;A\n"), "cost@16:1" },
        { "quote not closed", Pb.File(Pb.Votes + "3;\"A\n4;B\n"), "open-quote@23:0" },
        { "points of too many digits", Pb.File(Points + "1;A;0.1234567890123456789\n", type: "scoring"), "points@21:5" },
        { "points of too many digits together", Pb.File(Points + "1;A;9000000000000000000\n2;A;0.5\n", type: "scoring"), "points@22:5" },
        { "points huge", Pb.File(Points + "1;A;" + new string('9', 30) + "\n", type: "scoring"), "points@21:5" },
    };

    [Theory]
    [MemberData(nameof(Quirks))]
    public void Read_Lenient_RepairsAndReports(string name, string file, string ballots, string repairs, string refusal)
    {
        var reading = Pb.Lenient(file);
        Assert.Equal((name, ballots), (name, Pb.Ballots(reading.Election)));
        Assert.Equal(repairs, Pb.Repairs(reading));
        Assert.Equal(reading.Repairs.Length, reading.RepairCount);
        Assert.True(repairs.Length == 0 || refusal.Length > 0, "What is repaired is refused by a strict reading.");
    }

    [Theory]
    [MemberData(nameof(Quirks))]
    public void Read_Strict_RefusesTheFirstDeparture(string name, string file, string ballots, string repairs, string refusal)
    {
        Assert.NotEmpty(name);
        Assert.NotNull(repairs);
        if (refusal.Length == 0)
        {
            Assert.Equal(ballots, Pb.Ballots(Pb.Strict(file)));
            return;
        }

        Assert.Equal(refusal, Pb.Refusal(Pb.Bytes(file), PabulibReadOptions.Strict));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Read_WhatHasNoClearMeaning_IsRefusedInEitherMode(string name, string file, string refusal)
    {
        var bytes = name == "UTF-16" ? Encoding.Unicode.GetBytes(file) : Pb.Bytes(file);
        Assert.Equal(refusal, Pb.Refusal(bytes, PabulibReadOptions.Lenient));
        Assert.Equal(refusal, Pb.Refusal(bytes, PabulibReadOptions.Strict));
        Assert.False(Pabulib.TryRead(bytes, PabulibReadOptions.Lenient, out var election, out var diagnostics));
        Assert.Null(election);
        Assert.Equal(refusal, Pb.Short(Assert.Single(diagnostics)));
    }
}

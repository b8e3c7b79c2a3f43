namespace Tally.Tests;

/// <summary>Three projects and four voters, as a file.</summary>
internal static class SmallElection
{
    internal const string File = """
        META
        key;value
        description;Three projects
        country;Nowhere
        unit;Smallville
        instance;2026
        num_projects;3
        num_votes;4
        budget;100
        vote_type;approval
        rule;greedy
        date_begin;01.03.2026
        date_end;31.03.2026
        PROJECTS
        project_id;cost;name;selected
        park;60;A park;1
        library;70;A library;0
        well;40;A well;1
        VOTES
        voter_id;vote
        1;park,library
        2;park
        3;library,park
        4;well

        """;
}

namespace Examples;

/// <summary>The small city that the examples are about.</summary>
internal static class City
{
    internal const string File = """
        META
        key;value
        description;Participatory budget of Smallville
        country;Nowhere
        unit;Smallville
        instance;2026
        num_projects;4
        num_votes;7
        budget;100
        vote_type;approval
        rule;greedy
        date_begin;01.03.2026
        date_end;31.03.2026
        PROJECTS
        project_id;cost;name;selected
        park;60;A park by the river;1
        library;50;A library on wheels;0
        well;40;A drinking well;1
        mural;10;A mural;0
        VOTES
        voter_id;vote
        1;park,library
        2;park,well
        3;library,park
        4;well,library
        5;park
        6;well
        7;mural

        """;
}

using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Formats;

/// <summary>An election as the text of a file.</summary>
internal static class PabulibWriter
{
    internal static byte[] Write(Election election)
    {
        foreach (var project in election.Projects)
        {
            Check(project, election);
        }

        var text = new StringBuilder();
        WriteMeta(text, election);
        WriteProjects(text, election);
        WriteVotes(text, election.Profile);
        var file = Encoding.UTF8.GetBytes(text.ToString());
        CheckReadBack(file, election);
        return file;
    }

    // Whatever else the format has no place for (an attribute called like a column, a category with a comma) shows here, and is not lost in
    // silence.
    private static void CheckReadBack(byte[] file, Election election)
    {
        if (!Pabulib.TryRead(file, PabulibReadOptions.Lenient, out var again, out var diagnostics))
        {
            throw new ArgumentException($"The Pabulib format has no place for this election: {diagnostics[0]}", nameof(election));
        }

        var changed = election.Projects.Zip(again.Projects).FirstOrDefault(pair => !ElectionDigest.AreAlike(pair.First, pair.Second)).First;
        if (changed is not null || again.ProjectsDigest != election.ProjectsDigest || again.Profile.Digest != election.Profile.Digest)
        {
            throw new ArgumentException(
                $"The Pabulib format has no place for all of {(changed is null ? "this election" : $"project '{changed.Id}'")}: it would be read back as something else.",
                nameof(election));
        }
    }

    // What would be read back as something else.
    private static void Check(Project project, Election election)
    {
        if (project.Id.Contains(',', StringComparison.Ordinal) || project.Id.Trim() != project.Id || project.Id == "None")
        {
            throw new ArgumentException(
                $"A vote in the Pabulib format cannot name project '{project.Id}': no commas, no blanks at the ends, not 'None'.", nameof(election));
        }

        if (project.IsWithdrawn != Pabulib.IsWithdrawn(project.Cost, election.BudgetLimit))
        {
            throw new ArgumentException(
                $"The Pabulib format knows withdrawn projects by the cost {Pabulib.WithdrawnCost} alone, and project '{project.Id}' costs {project.Cost}.",
                nameof(election));
        }
    }

    private static void WriteMeta(StringBuilder text, Election election)
    {
        var meta = new SortedDictionary<string, string>(election.Meta.ToDictionary(), StringComparer.Ordinal)
        {
            ["num_projects"] = Whole(election.Projects.Length),
            ["num_votes"] = Whole(election.Profile.Voters),
            ["budget"] = Amount(election.BudgetLimit),
        };
        var declared = election.Meta.GetValueOrDefault("vote_type", "");
        meta["vote_type"] = election.Profile switch
        {
            ApprovalProfile => declared == "choose-1" ? declared : "approval",
            OrdinalProfile => "ordinal",
            CardinalProfile => declared == "cumulative" && election.DefaultScore.IsZero ? declared : "scoring",
            _ => throw new ArgumentException($"The Pabulib format has no place for {election.Profile.Kind} ballots.", nameof(election)),
        };
        // What META states of these may be of another election.
        meta.Remove("max_length");
        meta.Remove("default_score");
        if (election.MaxBallotLength is { } length)
        {
            meta["max_length"] = Whole(length);
        }

        if (!election.DefaultScore.IsZero)
        {
            meta["default_score"] = Amount(election.DefaultScore);
        }

        Row(text, "META");
        Row(text, "key", "value");
        string[] first = ["description", "country", "unit", "instance"];
        foreach (var key in first.Where(meta.ContainsKey).Concat(meta.Keys.Except(first)))
        {
            Row(text, key, meta[key]);
        }
    }

    private static void WriteProjects(StringBuilder text, Election election)
    {
        var projects = election.Projects;
        var attributes = projects.SelectMany(project => project.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        (string Name, Func<Project, string> Cell)[] optional =
        [
            ("votes", project => project.DeclaredVotes is { } votes ? Amount(votes) : ""),
            ("score", project => project.DeclaredScore is { } score ? Amount(score) : ""),
            ("name", project => project.Name),
            ("category", project => string.Join(',', project.Categories)),
            ("selected", project => project.Selected is { } selected ? Whole(selected) : ""),
        ];
        var used = optional.Where(column => projects.Any(project => column.Cell(project).Length > 0)).ToArray();
        Row(text, "PROJECTS");
        Row(text, ["project_id", "cost", .. used.Select(column => column.Name), .. attributes]);
        foreach (var project in projects)
        {
            Row(text,
            [
                project.Id,
                Amount(project.Cost),
                .. used.Select(column => column.Cell(project)),
                .. attributes.Select(name => project.Attributes.GetValueOrDefault(name, "")),
            ]);
        }
    }

    private static void WriteVotes(StringBuilder text, Profile profile)
    {
        Row(text, "VOTES");
        Row(text, profile is CardinalProfile ? ["voter_id", "vote", "points"] : ["voter_id", "vote"]);
        var voter = 0L;
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var cells = Vote(profile, ballot);
            for (var i = 0L; i < profile.WeightOf(ballot); i++)
            {
                Row(text, [Whole(++voter), .. cells]);
            }
        }
    }

    private static string[] Vote(Profile profile, int ballot)
    {
        var named = profile.CandidatesOf(ballot).ToArray();
        if (profile is CardinalProfile cardinal)
        {
            var scores = cardinal.ScoresOf(ballot).ToArray();
            var unit = new Rational(1, CardinalScale.PowerOfTen(cardinal.Decimals));
            var falling = Enumerable.Range(0, named.Length).OrderByDescending(i => scores[i]).ToArray();
            return [Ids(falling.Select(i => named[i])), string.Join(',', falling.Select(i => Amount(scores[i] * unit)))];
        }

        if (profile is OrdinalProfile ordinal && ordinal.RanksOf(ballot) is var ranks)
        {
            for (var i = 0; i < ranks.Length; i++)
            {
                if (ranks[i] != i + 1)
                {
                    throw new ArgumentException("The Pabulib format has no place for rankings with equal or skipped ranks.", nameof(profile));
                }
            }
        }

        return [Ids(named)];

        string Ids(IEnumerable<int> candidates) => string.Join(',', candidates.Select(candidate => profile.Candidates[candidate]));
    }

    private static string Amount(Rational amount) => amount.ToString() is var text && text.Contains('/', StringComparison.Ordinal)
        ? throw new ArgumentException($"The Pabulib format has no place for {text}: only decimals.", nameof(amount))
        : text;

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, params IEnumerable<string> cells) =>
        text.AppendJoin(';', cells.Select(PabulibRow.Quote)).Append('\n');
}

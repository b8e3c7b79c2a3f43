using System.Globalization;
using CivicTech.Ballots;

namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>The kind of ballots that a rule takes.</summary>
internal enum BallotForm
{
    Ranking,
    Approval,
    Score,
    Grade,
}

/// <summary>Equal ballots: a value for each candidate, the higher the better, 0 for who is not named.</summary>
internal sealed record SheetBallot(int[] Values, int Weight);

/// <summary>Ballots of any form in one shape, so that a law is written once.</summary>
internal sealed record Sheet(int Candidates, IReadOnlyList<SheetBallot> Ballots)
{
    internal const int Highest = 5;

    internal int Voters => Ballots.Sum(ballot => ballot.Weight);

    internal static string Name(int candidate) => ((char)('A' + candidate)).ToString();

    /// <summary>How many voters prefer the one to the other.</summary>
    internal int Preferring(int candidate, int other) => Ballots.Where(ballot => ballot.Values[candidate] > ballot.Values[other]).Sum(ballot => ballot.Weight);

    internal bool Beats(int candidate, int other) => Preferring(candidate, other) > Preferring(other, candidate);

    /// <summary>The ballots over candidates A, B, C, …</summary>
    internal Profile ToProfile(BallotForm form) => ToProfile(form, [.. Enumerable.Range(0, Candidates)], Name);

    /// <summary>The ballots, with the candidates listed in some order under some names.</summary>
    internal Profile ToProfile(BallotForm form, int[] order, Func<int, string> name)
    {
        var list = new CandidateList(order.Select(name));
        var (ordinal, cardinal) = (new OrdinalProfileBuilder(list), new CardinalProfileBuilder(list));
        var (approval, graded) = (new ApprovalProfileBuilder(list), new GradedProfileBuilder(list, Enumerable.Range(0, Highest + 1).Select(grade => $"g{grade}")));
        foreach (var (values, weight) in Ballots)
        {
            int[] named = [.. Enumerable.Range(0, order.Length).Where(place => values[order[place]] > 0)];
            long[] given = [.. named.Select(place => (long)values[order[place]])];
            switch (form)
            {
                case BallotForm.Ranking:
                    ordinal.Add(named, [.. given.Select(value => given.Max() - value + 1)], weight);
                    break;
                case BallotForm.Approval:
                    approval.Add(named, weight);
                    break;
                case BallotForm.Score:
                    cardinal.Add(named, given, weight);
                    break;
                default:
                    graded.Add(named, given, weight);
                    break;
            }
        }

        return form switch
        {
            BallotForm.Ranking => ordinal.Build(),
            BallotForm.Approval => approval.Build(),
            BallotForm.Score => cardinal.Build(),
            _ => graded.Build(),
        };
    }

    /// <summary>
    /// Reads ballots of candidates A, B, C, …: <c>3: B A C</c> is three rankings with B first; <c>3: A5 B0 C2</c> are scores; <c>3: A B</c>
    /// with form approval are approvals.
    /// </summary>
    internal static Sheet Read(int candidates, BallotForm form, params IEnumerable<string> lines) => new(candidates, [.. lines.Select(line => Read(candidates, form, line))]);

    private static SheetBallot Read(int candidates, BallotForm form, string line)
    {
        var parts = line.Split(": ");
        var values = new int[candidates];
        var cells = parts[1].Split(' ');
        for (var place = 0; place < cells.Length; place++)
        {
            values[cells[place][0] - 'A'] = form switch
            {
                BallotForm.Ranking => cells.Length - place,
                BallotForm.Approval => 1,
                _ => int.Parse(cells[place].AsSpan(1), CultureInfo.InvariantCulture),
            };
        }

        return new SheetBallot(values, int.Parse(parts[0], CultureInfo.InvariantCulture));
    }

    /// <summary>The ballots as <see cref="Read(int, BallotForm, IEnumerable{string})"/> takes them.</summary>
    internal IEnumerable<string> ToLines(BallotForm form) => Ballots.Select(ballot => string.Create(CultureInfo.InvariantCulture, $"{ballot.Weight}: ") + string.Join(' ',
        Enumerable.Range(0, Candidates).Where(candidate => form >= BallotForm.Score || ballot.Values[candidate] > 0).OrderByDescending(candidate => form == BallotForm.Ranking ? ballot.Values[candidate] : 0)
            .Select(candidate => Name(candidate) + (form >= BallotForm.Score ? ballot.Values[candidate].ToString(CultureInfo.InvariantCulture) : ""))));
}

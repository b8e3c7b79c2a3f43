using Agreement.Reading;
using CivicTech.Consensus.Concordance;
using CivicTech.Samples;

namespace Agreement;

/// <summary>Reads ratings and measures them: this is all that the library asks of an application.</summary>
public sealed class Analyst(KendallW concordance, AgreementRequest request, AppConsole console, CancellationToken cancellation)
{
    /// <exception cref="InputException">A file cannot be read, or its ratings cannot be measured as the options ask.</exception>
    public Analysis Analyse(RatingsSource source, RatingsSource? laterSource)
    {
        try
        {
            var file = Read(source);
            var later = laterSource is null ? null : Read(laterSource);
            var result = Step(source, "measuring agreement", () => concordance.Measure(file.Ratings, cancellation));
            return new()
            {
                Request = request,
                File = file,
                Result = result,

                // Who rated other items than the others cannot be set beside them.
                Contributions = result.Incomplete is null
                    ? Step(source, "each rater against the others", () => concordance.Contributions(file.Ratings, cancellation))
                    : null,
                Later = later,
                Change = later is null ? null : Step(laterSource!, "comparing the rounds", () => concordance.Compare(file.Ratings, later.Ratings)),
            };
        }
        finally
        {
            console.ClearProgress();
        }
    }

    private RatingsFile Read(RatingsSource source)
    {
        console.Progress($"{Path.GetFileName(source.Name)}: reading");
        var file = source.Read(new(request.Transposed, request.Weights), cancellation);
        return (file.FirstGap, request.Options.Missing) switch
        {
            ({ } gap, MissingRatings.Refuse) => throw new InputException(
                $"{gap}; choose with --missing what happens where ratings are missing: listwise-items, listwise-raters or incomplete."),
            ({ } gap, MissingRatings.IncompleteBlocks) when request.LaterFile is not null => throw new InputException(
                $"{gap}; --compare needs complete ratings: choose --missing listwise-items or listwise-raters."),
            _ => file,
        };
    }

    // The library refuses what the options refuse.
    private T Step<T>(RatingsSource source, string what, Func<T> measure)
    {
        console.Progress($"{Path.GetFileName(source.Name)}: {what}");
        return InputException.WhenRefused(source.Name, measure);
    }
}

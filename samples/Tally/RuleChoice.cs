using CivicTech;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Samples;

namespace Tally;

/// <summary>Which rule is applied to an election: one for all, or the one that each file names.</summary>
public sealed class RuleChoice
{
    private readonly IAllocationRule? _fixed;
    private readonly bool _declared;

    private RuleChoice(IAllocationRule? rule, bool declared)
    {
        _fixed = rule;
        _declared = declared;
    }

    public bool IsReplay => _fixed is null;

    /// <exception cref="UsageException">There is no such rule, or its options are wrong.</exception>
    public static RuleChoice Of(TallyRequest request, RuleRegistry rules)
    {
        if (request.Replay || (request.IsDemo && (request.Rule ?? request.Options) is null))
        {
            return new RuleChoice(null, request.Declared);
        }

        try
        {
            return new RuleChoice(rules.Create<IAllocationRule>(request.Rule ?? Greedy.RuleId, OptionsText.Read(request.Options)), false);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(InputException.Plain(exception));
        }
    }

    /// <exception cref="InputException">The file names a rule that there is not.</exception>
    public (IAllocationRule Rule, IReadOnlyList<string> Notes) For(Election election, string source)
    {
        if (_fixed is not null)
        {
            return (_fixed, []);
        }

        try
        {
            var replay = _declared ? PabulibReplay.Of(election, CountSource.Declared) : PabulibReplay.Of(election);
            return (replay.Rule, replay.Notes);
        }
        catch (Exception exception) when (exception is NotSupportedException or FormatException)
        {
            throw InputException.At(source, exception.Message);
        }
    }
}

using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Agreement;

/// <summary>Options whose values are checked here: the parser's own conversions depend on the culture and say little.</summary>
internal static class OptionKinds
{
    /// <summary>One of some words.</summary>
    internal static Option<T?> Choice<T>(string name, string helpName, string description, params (string Word, T Value)[] choices)
        where T : struct
    {
        var words = choices.Select(choice => choice.Word).ToArray();
        return new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                foreach (var choice in choices)
                {
                    if (choice.Word == word)
                    {
                        return choice.Value;
                    }
                }

                result.AddError($"{name} is '{word}': expected {string.Join(", ", words[..^1])} or {words[^1]}.");
                return null;
            },
        };
    }

    /// <summary>A number of a range, both ends included.</summary>
    internal static Option<T?> Number<T>(string name, string helpName, string description, T low, T high)
        where T : struct, INumber<T> => new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
                if (T.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
                {
                    return number;
                }

                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}': expected a number from {low} to {high}."));
                return null;
            },
        };
}

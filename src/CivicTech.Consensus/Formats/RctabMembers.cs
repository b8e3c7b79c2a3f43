using System.Globalization;
using System.Text.Json;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Formats;

/// <summary>The members of one object of an RCTab configuration. Problems are collected, so that a user sees all of them.</summary>
/// <param name="content">The file.</param>
/// <param name="part">The object; null when there is none.</param>
/// <param name="path">Its name in messages.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class RctabMembers(BallotContent content, JsonPart? part, string path, List<BallotDiagnostic> problems)
{
    internal int At => part?.At ?? 0;

    internal void Problem(string member, string message) => problems.Add(content.Remark(part?[member]?.At ?? At, $"{path}{member}: {message}"));

    /// <summary>A text; numbers and truth values are texts too, nothing is empty.</summary>
    internal string Text(string member)
    {
        switch (part?[member])
        {
            case null:
                return "";
            case { Kind: JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False } value:
                return value.Text;
            default:
                Problem(member, "expected a text");
                return "";
        }
    }

    internal bool Flag(string member)
    {
        var text = Text(member);
        if (text is "" or "false" or "False" or "FALSE")
        {
            return false;
        }

        if (text is not ("true" or "True" or "TRUE"))
        {
            Problem(member, $"found {BallotContent.Shown(text)}; expected true or false");
        }

        return true;
    }

    /// <summary>A whole number; null when it is not set.</summary>
    internal long? Number(string member, long low, long high, bool isRequired)
    {
        var text = Text(member);
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isRequired)
            {
                Problem(member, FormattableString.Invariant($"expected a whole number from {low} to {high}"));
            }

            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
        {
            return number;
        }

        Problem(member, FormattableString.Invariant($"found {BallotContent.Shown(text)}; expected a whole number from {low} to {high}"));
        return null;
    }

    /// <summary>A whole number from some least on, or a word that stands for no limit, which gives null.</summary>
    internal int? NumberOr(string member, int low, string word)
    {
        var text = Text(member);
        if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= low)
        {
            return number;
        }

        Problem(member, FormattableString.Invariant($"found {BallotContent.Shown(text)}; expected '{word}' or a whole number from {low}"));
        return null;
    }

    internal string OneOf(string member, params ReadOnlySpan<string> words)
    {
        var text = Text(member);
        if (!words.Contains(text))
        {
            Problem(member, $"found {BallotContent.Shown(text)}; expected one of {string.Join(", ", words)}");
        }

        return text;
    }

    /// <summary>A percentage; null when it is not set.</summary>
    internal Rational? Percentage(string member, bool isRequired)
    {
        var text = Text(member);
        if (string.IsNullOrWhiteSpace(text) && !isRequired)
        {
            return null;
        }

        if (text.Length <= 30 && text.All(c => char.IsAsciiDigit(c) || c == '.') && Rational.TryParse(text, out var percentage) && percentage >= 1 && percentage <= 100)
        {
            return percentage;
        }

        Problem(member, $"found {BallotContent.Shown(text)}; expected a number from 1 to 100");
        return null;
    }

    internal RctabMembers Object(string member)
    {
        var value = part?[member];
        if (value is not { IsObject: true })
        {
            Problem(member, "expected an object");
        }

        return new RctabMembers(content, value is { IsObject: true } ? value : null, $"{path}{member}.", problems);
    }

    internal IEnumerable<RctabMembers> Objects(string member)
    {
        var list = List(member);
        for (var i = 0; i < list.Count; i++)
        {
            var name = FormattableString.Invariant($"{path}{member}[{i}].");
            if (!list[i].IsObject)
            {
                problems.Add(content.Remark(list[i].At, $"{name[..^1]}: expected an object"));
            }

            yield return new RctabMembers(content, list[i], name, problems);
        }
    }

    internal IEnumerable<string> Texts(string member)
    {
        foreach (var item in List(member))
        {
            if (item.Kind is not (JsonTokenType.String or JsonTokenType.Number))
            {
                problems.Add(content.Remark(item.At, $"{path}{member}: expected a list of texts"));
            }

            yield return item.Text;
        }
    }

    private IReadOnlyList<JsonPart> List(string member)
    {
        var value = part?[member];
        if (value is not null and not { Kind: JsonTokenType.StartArray })
        {
            Problem(member, "expected a list");
        }

        return value?.Items ?? [];
    }
}

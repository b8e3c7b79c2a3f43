using CivicTech.Processes;
using CivicTech.Samples;
using NodaTime.Text;

namespace ExpertPanel;

/// <summary>How the story is written: headings, dated sentences, tables.</summary>
internal sealed class Page(AppConsole console, HandClock clock)
{
    private const int Width = 116;

    // As wide as a date and what stands around it.
    private const string Indent = "               ";

    internal void Heading(string text) => console.WriteLine($"\n{text}");

    internal void Say(string text) => Write($"   {LocalDatePattern.Iso.Format(clock.Today)}  ", text);

    /// <summary>Goes on with what was said.</summary>
    internal void More(string text) => Write(Indent, text);

    internal void Refused(IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            More($"Refused: {refusal.Message()}");
        }
    }

    internal void Table(Columns columns)
    {
        foreach (var line in columns.Lines())
        {
            console.WriteLine($"      {line}");
        }
    }

    private void Write(string begin, string text)
    {
        var line = begin;
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length > Width)
            {
                console.WriteLine(line.TrimEnd());
                line = Indent;
            }

            line += word + " ";
        }

        console.WriteLine(line.TrimEnd());
    }
}

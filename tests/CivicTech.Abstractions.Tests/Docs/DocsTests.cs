namespace CivicTech.Abstractions.Tests.Docs;

public sealed class DocsTests
{
    [Fact]
    public void CodeBlocks_InPages_AreExactlyTheCompiledExamples()
    {
        var examples = DocPages.Examples();
        var shown = DocPages.All
            .SelectMany(page => DocPages.CodeOf(page).Select(code => (Page: Path.GetRelativePath(DocPages.Root, page), Code: code)))
            .ToList();

        Assert.NotEmpty(shown);
        foreach (var (page, code) in shown)
        {
            Assert.True(examples.ContainsValue(code), $"{page} shows code that is no compiled example:\n{code}");
        }

        foreach (var (name, code) in examples)
        {
            Assert.True(shown.Exists(block => block.Code == code), $"No page shows the example '{name}'.");
        }
    }

    [Fact]
    public void Links_InPages_LeadToFiles()
    {
        foreach (var page in DocPages.All)
        {
            foreach (var target in DocPages.LinksOf(page).Where(target => !target.Contains("://", StringComparison.Ordinal)))
            {
                var path = Path.Combine(Path.GetDirectoryName(page)!, target.Split('#')[0]);
                Assert.True(File.Exists(path) || Directory.Exists(path), $"{Path.GetRelativePath(DocPages.Root, page)} links to {target}, which does not exist.");
            }
        }
    }
}

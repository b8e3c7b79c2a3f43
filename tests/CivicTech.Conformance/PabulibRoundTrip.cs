using CivicTech.Budgeting.Formats;

namespace CivicTech.Conformance;

/// <summary>Every file is written back byte for byte, and the election that is read, written and read again is the same.</summary>
internal sealed class PabulibRoundTrip : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var result = new ConformanceResult("pabulib round-trip");
        var any = false;
        foreach (var file in new PabulibFolder(folder).Instances)
        {
            any = true;
            result.Add(Path.GetFileName(file), () =>
            {
                var bytes = File.ReadAllBytes(file);
                if (!PabulibDocument.Parse(bytes).ToBytes().AsSpan().SequenceEqual(bytes))
                {
                    return "the document is not written as it was read";
                }

                var election = Pabulib.Read(bytes, PabulibReadOptions.Lenient).Election;
                var again = PabulibDocument.From(election).ReadElection(PabulibReadOptions.Lenient).Election;
                return election.Profile.Digest != again.Profile.Digest ? "the ballots differ after writing and reading"
                    : election.ProjectsDigest != again.ProjectsDigest ? "the projects differ after writing and reading"
                    : null;
            });
        }

        if (any)
        {
            yield return result;
        }
    }
}

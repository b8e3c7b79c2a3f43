namespace CivicTech.Conformance;

/// <summary>Reference data of one kind; a folder that does not hold it gives no results.</summary>
internal interface IConformanceSet
{
    IEnumerable<ConformanceResult> Run(string folder);
}

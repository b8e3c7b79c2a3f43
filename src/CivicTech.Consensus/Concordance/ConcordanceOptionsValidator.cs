using Microsoft.Extensions.Options;

namespace CivicTech.Consensus.Concordance;

/// <summary>Checks the ranges that <see cref="ConcordanceOptions"/> states.</summary>
[OptionsValidator]
internal sealed partial class ConcordanceOptionsValidator : IValidateOptions<ConcordanceOptions>;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>
/// Random numbers of one repetition of one design: they depend on nothing else, so repetitions can run on any number of threads.
/// SplitMix64 (Steele, Lea and Flood 2014); normal variates by Box and Muller (1958).
/// </summary>
internal struct RandomStream
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;
    private double _spare;
    private bool _hasSpare;

    /// <summary>The stream of a repetition. Designs have numbers that no other study uses.</summary>
    internal RandomStream(int design, int repetition) => _state = Mix(Mix((ulong)design + Gamma) + (((ulong)repetition + 1) * Gamma));

    internal ulong Next() => Mix(_state += Gamma);

    /// <summary>Above 0, up to 1.</summary>
    internal double Uniform() => ((Next() >> 11) + 1) * (1.0 / (1L << 53));

    /// <summary>From 0 to one less than the bound. That the bound does not divide 2^64 is beyond what any of the runs could show.</summary>
    internal int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    internal double Normal()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }

        var radius = Math.Sqrt(-2 * Math.Log(Uniform()));
        var (sine, cosine) = Math.SinCos(Math.Tau * Uniform());
        (_spare, _hasSpare) = (radius * sine, true);
        return radius * cosine;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

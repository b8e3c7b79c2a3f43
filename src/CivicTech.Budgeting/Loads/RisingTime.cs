using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>
/// When supporters together have a sum: the time t at which the amounts t - load of all those whose load is below t add up to it. Who joins
/// brings the time forward; nobody pays a negative amount, so those whose load is not below t do not count.
/// </summary>
internal struct RisingTime(Rational cost)
{
    private Rational _sum = cost;
    private long _voters;

    /// <summary>The time for those who have joined: at least one.</summary>
    internal readonly Rational Time => _sum / _voters;

    /// <summary>Adds voters, each with a load that is certainly not above the time.</summary>
    internal void Join(in Rational load, long voters) => JoinAll(load * voters, voters);

    /// <summary>Adds voters whose loads, each certainly not above the time, have this sum.</summary>
    internal void JoinAll(in Rational loads, long voters)
    {
        _sum += loads;
        _voters += voters;
    }

    /// <summary>Adds voters if they pay; those with lower loads must have joined before.</summary>
    internal void TryJoin(in Rational load, long voters)
    {
        if (_voters == 0 || load < Time)
        {
            Join(load, voters);
        }
    }
}

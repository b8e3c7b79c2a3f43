using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

internal sealed class KindUnderTest<TProfile>(
    string name,
    Func<IReadOnlyList<TProfile>, TProfile> merge,
    Func<CandidateList, BuilderUnderTest<TProfile>> newBuilder) : KindUnderTest(name)
    where TProfile : Profile
{
    public override BuilderUnderTest NewBuilder(CandidateList candidates) => newBuilder(candidates);

    public override Profile Merge(params IReadOnlyList<Profile> parts) => merge([.. parts.Cast<TProfile>()]);
}

/// <summary>A builder of any kind.</summary>
internal abstract class BuilderUnderTest
{
    public abstract long Voters { get; }

    public abstract int DistinctBallots { get; }

    public abstract void Add(Ballot ballot);

    public abstract void Add(Profile profile);

    public abstract Profile Build();
}

internal sealed class BuilderUnderTest<TProfile>(
    Action<Ballot> add,
    Action<TProfile> addProfile,
    Func<long> voters,
    Func<int> distinctBallots,
    Func<TProfile> build) : BuilderUnderTest
    where TProfile : Profile
{
    public override long Voters => voters();

    public override int DistinctBallots => distinctBallots();

    public override void Add(Ballot ballot) => add(ballot);

    public override void Add(Profile profile) => addProfile((TProfile)profile);

    public override Profile Build() => build();
}

using CivicTech.Consensus.Auditing;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Auditing;

public sealed class AnswerScaleTests
{
    [Fact]
    public void Scales_InWords_SayWhatIsAnAnswer()
    {
        Assert.Equal("whole answers from 1 to 5", AnswerScale.Whole(1, 5).ToString());
        Assert.Equal("answers from 0 to 10 in steps of 0.5", AnswerScale.Stepped(0, 10, new Rational(1, 2)).ToString());
        Assert.Equal("any answers from 0 to 100", AnswerScale.Continuous(0, 100).ToString());
        Assert.Equal("averages of 3 whole answers from 1 to 5", AnswerScale.Whole(1, 5).AverageOf(3).ToString());
    }

    [Fact]
    public void AverageOf_Questions_DividesTheStep()
    {
        Assert.Equal(new Rational(1, 3), AnswerScale.Whole(1, 5).AverageOf(3).Step);
        Assert.Equal(12, AnswerScale.Whole(1, 5).AverageOf(3).Steps);
        Assert.Null(AnswerScale.Continuous(0, 1).AverageOf(3).Step);
    }

    [Fact]
    public void Scales_ThatAreNone_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => AnswerScale.Whole(5, 5));
        Assert.Throws<ArgumentException>(() => AnswerScale.Continuous(1, 0));
        Assert.Throws<ArgumentException>(() => AnswerScale.Stepped(0, 10, 3));
        Assert.Throws<ArgumentException>(() => AnswerScale.Stepped(0, 10, 0));
        Assert.Throws<ArgumentException>(() => AnswerScale.Stepped(0, 10, -1));
        Assert.Throws<ArgumentException>(() => AnswerScale.Whole(0, 1_000_001));
        Assert.Throws<ArgumentException>(() => AnswerScale.Whole(0, 1_000_000).AverageOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerScale.Whole(1, 5).AverageOf(0));
    }
}

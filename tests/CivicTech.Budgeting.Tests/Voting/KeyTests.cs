using System.Security.Cryptography;
using System.Text;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class KeyTests
{
    [Fact]
    public void KeyOf_Voter_IsTheHmacThatIsDescribed()
    {
        var secret = Encoding.ASCII.GetBytes("a secret of thirty-two bytes or more");
        byte[] text = [0, 0, 0, 9, .. Encoding.UTF8.GetBytes(Cycle), .. Encoding.UTF8.GetBytes("رأی‌دهنده")];

        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(secret, text)), Keys.KeyOf(Cycle, "رأی‌دهنده").ToString());
    }

    [Theory]
    [InlineData(32)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void KeyOf_SecretOfAnyLength_IsTheHmac(int length)
    {
        byte[] secret = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7 + 1))];
        byte[] text = [0, 0, 0, 1, (byte)'c', (byte)'v'];

        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(secret, text)), new VoterKeys(secret).KeyOf("c", "v").ToString());
    }

    [Fact]
    public void KeyOf_OtherCycleVoterOrSecret_IsAnother()
    {
        var keys = new HashSet<VoterKey>
        {
            Keys.KeyOf("ab", "c"), Keys.KeyOf("a", "bc"), Keys.KeyOf("c", "ab"), Keys.KeyOf("ab", "C"), new VoterKeys(new byte[32]).KeyOf("ab", "c"),
        };

        Assert.Equal(5, keys.Count);
        Assert.Throws<ArgumentException>(() => new VoterKeys(new byte[31]));
        Assert.Throws<ArgumentException>(() => Keys.KeyOf(Cycle, ""));
        Assert.Throws<ArgumentException>(() => Keys.KeyOf(Cycle, "a\u0000"));
    }

    [Fact]
    public void KeyOf_LongestIds_Fit() => Assert.NotEqual(default, Keys.KeyOf(new string('\u0800', 200), new string('\u0800', 200)));

    [Fact]
    public void Keys_Order_IsThatOfBytesAndTexts()
    {
        var keys = Enumerable.Range(0, 300).Select(i => Keys.KeyOf(Cycle, $"{i}")).ToList();

        Assert.Equal(keys.OrderBy(key => key.ToString(), StringComparer.Ordinal), keys.Order());
        Assert.All(keys, key => Assert.Equal(key, VoterKey.Parse(key.ToString())));
        Assert.All(keys, key => Assert.Equal(key, VoterKey.FromBytes(key.ToByteArray())));
        Assert.Throws<FormatException>(() => VoterKey.Parse("ab"));
    }

    [Fact]
    public void Trackers_Drawn_DifferAndRoundTrip()
    {
        var trackers = Enumerable.Range(0, 10_000).Select(_ => RandomTrackers.Instance.Draw()).ToList();

        Assert.Equal(10_000, trackers.Distinct().Count());
        Assert.All(trackers.Take(100), tracker => Assert.Equal(tracker, Tracker.Parse(tracker.ToString())));
        Assert.Equal(trackers.OrderBy(tracker => tracker.ToString(), StringComparer.Ordinal), trackers.Order());
        Assert.Throws<FormatException>(() => Tracker.Parse("0011"));

        // Each bit is set about half of the time: five standard deviations are 250.
        for (var bit = 0; bit < 128; bit++)
        {
            Assert.InRange(trackers.Count(tracker => ((Bytes(tracker)[bit / 8] >> (bit % 8)) & 1) == 1), 4750, 5250);
        }

        static byte[] Bytes(Tracker tracker) => Convert.FromHexString(tracker.ToString());
    }
}

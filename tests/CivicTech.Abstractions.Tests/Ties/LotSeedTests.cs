using CivicTech.Receipts;
using CivicTech.Ties;

namespace CivicTech.Abstractions.Tests.Ties;

public sealed class LotSeedTests
{
    private const string Secret = "a secret of 16 !";

    /// <summary>Pinned with <c>sha256sum</c> and <c>openssl dgst -sha256 -hmac</c>.</summary>
    [Fact]
    public void Reveal_PublishedSecret_NeverChanges()
    {
        var commitment = LotSeed.Commit(Secret);

        Assert.Equal("sha256:e50c32906478dc79f81d0b73f304039bf5fd29d40a69e1103420e437dac9bb11", commitment.ToString());
        Assert.Equal("30fff4515387ccdaf05ccea3398ac05ed7357cec3d391e19ecadd2ed6208b393", LotSeed.Reveal(Secret, commitment, "9, 14, 23"));
    }

    [Fact]
    public void Reveal_OtherSecretOrPublicValue_IsAnotherSeed()
    {
        string[] seeds =
        [
            LotSeed.Reveal(Secret, LotSeed.Commit(Secret), "1"),
            LotSeed.Reveal(Secret, LotSeed.Commit(Secret), "2"),
            LotSeed.Reveal(Secret + " ", LotSeed.Commit(Secret + " "), "1"),
        ];

        Assert.Equal(3, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.Equal($"lot:{seed}", TieKey.Lot(seed).ToString()));
    }

    [Fact]
    public void Reveal_NotTheSecretCommittedTo_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LotSeed.Reveal(Secret, LotSeed.Commit("A secret of 16 !"), "1"));
        Assert.Throws<ArgumentException>(() => LotSeed.Reveal(Secret, default, "1"));
        Assert.Throws<ArgumentException>(() => LotSeed.Reveal("short", Digest.Of("short"u8), "1"));
    }

    [Fact]
    public void Commit_SecretThatCanBeGuessed_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LotSeed.Commit(""));
        Assert.Throws<ArgumentException>(() => LotSeed.Commit(Secret[1..]));
        Assert.Throws<ArgumentNullException>(() => LotSeed.Commit(null!));
    }

    [Fact]
    public void Commit_HalfASurrogatePair_IsRefused()
    {
        // Its bytes would be those of another secret.
        Assert.Throws<ArgumentException>(() => LotSeed.Commit(Secret + "\uD800"));
        Assert.Throws<ArgumentException>(() => LotSeed.Reveal(Secret, LotSeed.Commit(Secret), "\uDC00"));
    }

    [Fact]
    public void Reveal_NoPublicValue_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LotSeed.Reveal(Secret, LotSeed.Commit(Secret), ""));
        Assert.Throws<ArgumentNullException>(() => LotSeed.Reveal(Secret, LotSeed.Commit(Secret), null!));
        Assert.Throws<ArgumentNullException>(() => LotSeed.Reveal(null!, LotSeed.Commit(Secret), "1"));
    }
}

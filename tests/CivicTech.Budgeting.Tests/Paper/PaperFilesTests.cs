using System.Text.Json;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

public sealed class PaperFilesTests
{
    private static readonly Instant At = Instant.FromUtc(2027, 5, 3, 12, 0);

    [Fact]
    public void VoterFile_WithPaper_ComesBackFromItsBytes()
    {
        var file = File();

        var register = VoterFileFormat.WriteRegister(file);
        var ballots = VoterFileFormat.WriteBallots(file);

        Assert.Equal((2, 2), (register[0], ballots[0]));
        Assert.Equal(file, VoterFileFormat.Read(file.Key, 3, register, ballots));
        Assert.Equal(file.WithoutBallots(), VoterFileFormat.Read(file.Key, 3, register, []));
        Assert.Equal(2, VoterFileFormat.Read(file.Key, 3, register, []).Ticks.Length);
    }

    [Fact]
    public void VoterFile_WithoutPaper_IsWrittenAsBefore()
    {
        var file = VoterFile.Of(default);

        Assert.Equal([1, 0, 0], VoterFileFormat.WriteRegister(file));
        Assert.Equal([1, 0, 0], VoterFileFormat.WriteBallots(file));
    }

    [Fact]
    public void VoterFile_OfBrokenBytes_IsRefusedOrIsWhatIsWritten()
    {
        var file = File();
        var (register, ballots) = (VoterFileFormat.WriteRegister(file), VoterFileFormat.WriteBallots(file));
        var random = new SplitMix64(7);
        for (var i = 0; i < 4000; i++)
        {
            var (one, other) = (Changed(register, random), Changed(ballots, random));
            try
            {
                var read = VoterFileFormat.Read(file.Key, 3, one, other);
                Assert.Equal(one, VoterFileFormat.WriteRegister(read));
                Assert.Equal(other, VoterFileFormat.WriteBallots(read));
            }
            catch (FormatException broken)
            {
                Assert.Contains("expected", broken.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Json_OfCommandsEventsAndDocuments_ComesBack()
    {
        PaperCommand[] commands =
        [
            new OpenBatch { Batch = "b", Station = "hall", Area = "north", BatchKind = BatchKind.Anonymous, Declared = 7, By = "clara" },
            new CorrectBatch { Batch = "b", Change = -2, Reason = "r" },
            new EnterCard { Batch = "b", Number = "1", ReceivedAt = At, Warnings = ["w"] },
            new DecideCard { Batch = "b", Number = "1", Outcome = CardStatus.Invalid, Flaws = [CardFlaw.NotSigned, CardFlaw.ReceivedLate] },
            new VoidCard { Batch = "b", Number = "1", Reason = "r" },
            new ReconcileBatch { Batch = "b", Missing = 1, Reason = "r", Ticked = 3 },
        ];
        CycleEvent[] events =
        [
            new BatchOpened { At = At, Batch = "b", Station = "hall", Area = "north", BatchKind = BatchKind.Anonymous, Declared = 7, By = "clara" },
            new BatchCorrected { At = At, Batch = "b", Change = -2, Reason = "r", By = "clara" },
            new CardEntered { At = At, Batch = "b", Number = "1", Clerk = "ann", ReceivedAt = At, Warnings = ["w"] },
            new CardDecided { At = At, Batch = "b", Number = "1", Outcome = CardStatus.Invalid, Flaws = [CardFlaw.NotSigned, CardFlaw.ReceivedLate] },
            new CardVoidBegun { At = At, Batch = "b", Number = "1", Reason = "r", By = "clara" },
            new BatchReconciled { At = At, Batch = "b", Missing = 1, Reason = "r", Ticked = 3, By = "clara" },
            new PaperClosed { At = At, Open = 2 },
        ];

        Assert.All(commands, command => Assert.Equal(command, JsonSerializer.Deserialize(JsonSerializer.Serialize(command, CycleJson.Default.CycleCommand), CycleJson.Default.CycleCommand)));
        Assert.Equal(events, JsonSerializer.Deserialize(JsonSerializer.Serialize(events, CycleJson.Default.CycleEventArray), CycleJson.Default.CycleEventArray));
    }

    // What stands here was written by the first version: it must stay readable.
    [Fact]
    public void Json_OfTheFirstVersion_IsReadable()
    {
        var card = JsonSerializer.Deserialize(
            """{"batch":"b","number":"1","status":"invalid","entries":[{"clerk":"ann","at":"2027-05-03T12:00:00Z","receivedAt":"2027-05-03T12:00:00Z"}],"flaws":["received-late"],"warnings":["w"]}""",
            CycleJson.Default.PaperCard);
        var batch = JsonSerializer.Deserialize(
            """{"id":"b","station":"hall","kind":"anonymous","status":"open","declared":7,"entered":1,"invalid":1,"openedBy":"clara","openedAt":"2027-05-03T12:00:00Z"}""",
            CycleJson.Default.PaperBatch);

        Assert.Equal(new PaperCard { Batch = "b", Number = "1", Status = CardStatus.Invalid, Entries = [new CardEntry { Clerk = "ann", At = At, ReceivedAt = At }], Flaws = [CardFlaw.ReceivedLate], Warnings = ["w"] }, card);
        Assert.Equal(new PaperBatch { Id = "b", Station = "hall", Kind = BatchKind.Anonymous, Declared = 7, Entered = 1, Invalid = 1, OpenedBy = "clara", OpenedAt = At }, batch);
    }

    [Fact]
    public void KeyOfCard_IsNoKeyOfAVoter()
    {
        var keys = new VoterKeys(new byte[32]);

        Assert.NotEqual(keys.KeyOf(Id, "b/1"), keys.KeyOfCard(Id, "b/1"));
        Assert.NotEqual(keys.KeyOfCard(Id, "b/1"), keys.KeyOfCard(Id, "b/2"));
        Assert.NotEqual(keys.KeyOfCard(Id, "b/1"), keys.KeyOfCard("other", "b/1"));
    }

    private static VoterFile File() => VoterFile.Of(new VoterKeys(new byte[32]).KeyOf(Id, "v1")) with
    {
        Version = 3,
        Ticks = [new StationTick { Station = "hall", Area = "north", At = At, By = "clara" }, new StationTick { Station = "school", At = At, By = "clara", Correction = new TickCorrection { By = "carl", Reason = "r", At = At } }],
        Entries =
        [
            new PaperEntry { Clerk = "ann", HandedIn = At, IsSigned = true, Voter = new VoterKeys(new byte[32]).KeyOf(Id, "v2"), Lines = [new() { Project = "N1" }, new() { Project = "N2", Value = -3 }] },
            new PaperEntry { Clerk = "bob", HandedIn = At, IsIdentityChecked = true, IsUnreadable = true },
        ],
        VoidCards = ["b/1", "b/2"],
    };

    private static byte[] Changed(byte[] bytes, SplitMix64 random)
    {
        var changed = bytes.ToArray();
        changed[random.Below(changed.Length)] ^= (byte)(1 << random.Below(8));
        return changed;
    }
}

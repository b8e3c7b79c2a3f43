using System.Text;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Tests.Budgeting;

/// <summary>Reading vote lines takes no memory a line once their ballots have been seen.</summary>
public sealed class PabulibAllocationTests
{
    private const int Few = 20_000;
    private const int Many = 220_000;

    [Theory]
    [InlineData("approval")]
    [InlineData("choose-1")]
    [InlineData("ordinal")]
    [InlineData("cumulative")]
    public void Read_LinesWithBallotsSeenBefore_AllocateNothing(string voteType)
    {
        var few = File(voteType, Few);
        var many = File(voteType, Many);
        Read(few);
        Read(many);

        // Progress of the buffer may ask the pool now and then; a byte a line would be 200,000.
        Assert.InRange(Measured.LeastAllocated(() => Read(many)) - Measured.LeastAllocated(() => Read(few)), -2_000, 2_000);
    }

    private static void Read(byte[] file) => Assert.Equal(0, Pabulib.Read(file, PabulibReadOptions.Lenient).RepairCount);

    private static byte[] File(string voteType, int voters)
    {
        var text = new StringBuilder($"META\nkey;value\ndescription;x\ncountry;x\nunit;x\ninstance;1\nnum_projects;9\nnum_votes;{voters}\nbudget;10\n");
        text.Append($"vote_type;{voteType}\nrule;greedy\ndate_begin;2026\ndate_end;2026\nPROJECTS\nproject_id;cost\n");
        for (var project = 0; project < 9; project++)
        {
            text.Append($"p{project};1\n");
        }

        text.Append("VOTES\nvoter_id;vote;points;age\n");
        for (var voter = 0; voter < voters; voter++)
        {
            var first = voter % 9;
            text.Append(voteType == "choose-1" ? $"{voter};p{first};1;40\n" : $"{voter};p{first},p{(first + 1 + (voter % 4)) % 9};2,1;40\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

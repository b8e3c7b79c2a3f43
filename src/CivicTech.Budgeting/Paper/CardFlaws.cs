using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Paper;

/// <summary>What is wrong with a card.</summary>
internal static class CardFlaws
{
    /// <summary>What makes a card invalid before anybody looks at what it says. It leaves its voter as if it had not come.</summary>
    internal static ImmutableArray<CardFlaw> OfForm(PaperPlan plan, PaperBatch batch, PaperEntry entry)
    {
        var isNamed = batch.Kind == BatchKind.Identified;
        var flaws = ImmutableArray.CreateBuilder<CardFlaw>();
        Add(CardFlaw.Unreadable, entry.IsUnreadable);
        Add(CardFlaw.NotSigned, isNamed && !plan.WithoutSignature && !entry.IsSigned);
        Add(CardFlaw.IdentityNotChecked, isNamed && !plan.WithoutIdentityCheck && !entry.IsIdentityChecked);
        Add(CardFlaw.VoterUnknown, isNamed && entry.Voter is null);

        // A blank card for all areas is in none of them; a blank card for one area may be a blank ballot there.
        Add(CardFlaw.Blank, !entry.IsUnreadable && entry.Lines.IsEmpty && batch.Area is null);
        return flaws.ToImmutable();

        void Add(CardFlaw flaw, bool isThere)
        {
            if (isThere)
            {
                flaws.Add(flaw);
            }
        }
    }

    /// <summary>What the ballot box had against a card; null when it is nothing about the card, and it can be tried again.</summary>
    internal static ImmutableArray<CardFlaw>? OfCasting(VotingDecision decision, PaperEntry entry)
    {
        var flaws = decision.Refusals.Select(refusal => Of(refusal.Kind, entry)).ToList();
        if (decision.Happened.Any(happened => happened.Kind == VoterHappeningKind.BallotVoided))
        {
            flaws.Add(CardFlaw.AlreadyUsed);
        }

        if (!decision.TakenOut.IsEmpty)
        {
            flaws.Add(CardFlaw.LinesReleased);
        }

        return flaws.Contains(null) ? null : [.. flaws.Select(flaw => flaw!.Value).Distinct().Order()];
    }

    private static CardFlaw? Of(RefusalKind kind, PaperEntry entry) => kind.Code switch
    {
        var code when code == VotingRefusals.NotOnRoll.Code => CardFlaw.VoterUnknown,
        var code when IsOne(code, VotingRefusals.NotVerified, VotingRefusals.StruckOff, VotingRefusals.TooYoung, VotingRefusals.TooOld, VotingRefusals.NotResident, VotingRefusals.VoterVoid,
            VotingRefusals.NotYourArea, VotingRefusals.OneAreaOnly, VotingRefusals.OneAreaOfGroup, VotingRefusals.OneOtherArea) => CardFlaw.NotEntitled,
        var code when IsOne(code, VotingRefusals.OtherChannelCounts, VotingRefusals.AreaVoid, VotingRefusals.AlreadyVoted, VotingRefusals.VotedAtStation) => CardFlaw.AlreadyUsed,
        var code when code == VotingRefusals.CardNotInTime.Code => CardFlaw.ReceivedLate,
        var code when IsOne(code, VotingRefusals.TooManyProjects, VotingRefusals.TooManyAltogether) => CardFlaw.TooManyProjects,
        var code when code == VotingRefusals.OverBudget.Code => CardFlaw.OverBudget,
        var code when IsOne(code, VotingRefusals.NotOpened, VotingRefusals.Sealed, VotingRefusals.Updating, VotingRefusals.CardVoid) => null,
        _ => entry.Lines.IsEmpty ? CardFlaw.Blank : CardFlaw.NotByTheRules,
    };

    private static bool IsOne(string code, params ReadOnlySpan<RefusalKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (kind.Code == code)
            {
                return true;
            }
        }

        return false;
    }
}

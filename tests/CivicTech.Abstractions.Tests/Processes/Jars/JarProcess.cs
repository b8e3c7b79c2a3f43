using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

/// <summary>A jar into which coins are put until it closes; for every ten coins thanks go out; when it closes, its donors are settled three at a time.</summary>
internal sealed class JarProcess : IProcess<JarState, JarCommand, JarEvent>
{
    internal static readonly RefusalKind NotOpen = new("jar-not-open", "The jar is not open.", "Le bocal n'est pas ouvert.", "ظرف باز نیست.");

    internal static readonly RefusalKind TooFew = new("too-few-coins", "{coins} coins are too few.", "{coins} pièces, c'est trop peu.", "{coins} سکه کم است.");

    internal static readonly RefusalKind NoDonor = new("no-such-donor", "{donor} put nothing in.", "{donor} n'a rien mis.", "{donor} چیزی نگذاشته است.");

    internal static readonly RefusalKind Counted = new("counted", "{coins}", "{coins}", "{coins}");

    internal static readonly Duration Patience = Duration.FromMinutes(1);

    private const int Page = 3;

    /// <summary>Work that is due is answered with nothing.</summary>
    internal bool NeverMovesOn { get; init; }

    public JarState Initial { get; } = new() { Head = new JarHead(null, 0, null), Donors = Parts.Whole<Donor>("donor/"), Effects = Parts.Whole<PendingEffect<Thanks>>("effect/") };

    public Decision<JarState, JarEvent> Decide(JarState state, JarCommand command, Instant now)
    {
        var turn = new Turn<JarState, JarEvent>(state, Evolve);
        switch (command)
        {
            case JarCommand.Open open:
                turn.Apply(new JarEvent.Opened(open.Until));
                break;
            case JarCommand.Put put:
                var isOpen = turn.Require(state.Head.Until > now, () => NotOpen.With());
                if (turn.Require(put.Coins > 0, () => TooFew.With(("coins", $"{put.Coins}"))) && isOpen)
                {
                    turn.Apply(new JarEvent.CoinsPut(put.Donor, put.Coins));
                    for (var tens = (state.Head.Total / 10) + 1; tens <= turn.State.Head.Total / 10; tens++)
                    {
                        turn.Apply(new JarEvent.ThanksAsked($"thanks-{tens}", now));
                    }
                }

                break;
            case JarCommand.TakeBack back:
                if (turn.Require(state.Donors.Find(back.Donor) is not null, () => NoDonor.With(("donor", back.Donor))))
                {
                    turn.Apply(new JarEvent.TakenBack(back.Donor));
                }

                break;
            case JarCommand.MoveOn:
                MoveOn(turn, now);
                break;
            case JarCommand.StartThanks start when state.Effects.Find(start.Effect) is { } effect && effect.Due <= now:
                turn.Apply(new JarEvent.ThanksStarted(start.Effect, now));
                break;
            case JarCommand.TellThanks tell when state.Effects.Find(tell.Effect) is not null:
                turn.Apply(new JarEvent.ThanksSent(tell.Effect));
                break;
            case JarCommand.Count:
                turn.Refuse(Counted.With(("coins", $"{state.Donors.All.Sum(donor => donor.Value.Coins)}")));
                break;
            case JarCommand.Break:
                throw new ArithmeticException("Broken on purpose.");
            case JarCommand.AskForGhosts:
                Parts.Loaded<Donor>("ghost/", [], [], []).Find("casper");
                break;
        }

        return turn.Decide();
    }

    public JarState Evolve(JarState state, JarEvent happened) => happened switch
    {
        JarEvent.Opened opened => state with { Head = state.Head with { Until = opened.Until } },
        JarEvent.CoinsPut put => state with
        {
            Head = state.Head with { Total = state.Head.Total + put.Coins },
            Donors = state.Donors.Set(put.Donor, (state.Donors.Find(put.Donor) ?? new Donor(0, false)) with { Coins = (state.Donors.Find(put.Donor)?.Coins ?? 0) + put.Coins }),
        },
        JarEvent.TakenBack back => state with
        {
            Head = state.Head with { Total = state.Head.Total - state.Donors[back.Donor].Coins },
            Donors = state.Donors.Remove(back.Donor),
        },
        JarEvent.Settled settled => state with
        {
            Head = state.Head with { SettledThrough = settled.Donor },
            Donors = state.Donors.Set(settled.Donor, state.Donors[settled.Donor] with { IsSettled = true }),
        },
        JarEvent.Closed => state with { Head = state.Head with { Until = null } },
        JarEvent.ThanksAsked asked => state with
        {
            Effects = state.Effects.Set(asked.Effect, new PendingEffect<Thanks> { Key = asked.Effect, Effect = new Thanks(10), Due = asked.At }),
        },
        JarEvent.ThanksStarted started => state with { Effects = state.Effects.Set(started.Effect, state.Effects[started.Effect].Started(started.At, Patience)) },
        JarEvent.ThanksSent sent => state with { Effects = state.Effects.Remove(sent.Effect) },
        _ => state,
    };

    private void MoveOn(Turn<JarState, JarEvent> turn, Instant now)
    {
        if (NeverMovesOn || !(turn.State.Head.Until <= now))
        {
            return;
        }

        // The head stays due at the same instant until the last page is done.
        var page = turn.State.Donors.After(turn.State.Head.SettledThrough, Page);
        foreach (var donor in page)
        {
            turn.Apply(new JarEvent.Settled(donor.Key));
        }

        if (page.Length < Page)
        {
            turn.Apply(new JarEvent.Closed());
        }
    }
}

namespace CivicTech.TestKit.Gateways;

/// <summary>What goes wrong with one call to a <see cref="SimulatedGateway"/>. A mishap that a call cannot have does nothing.</summary>
public enum Mishap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The call never arrives: a <see cref="TimeoutException"/>, and nothing is done.</summary>
    CallLost,

    /// <summary>The call is performed and its answer lost: a <see cref="TimeoutException"/>, and everything is done.</summary>
    AnswerLost,

    /// <summary>The answer tells nothing; the provider's messages do.</summary>
    SilentAnswer,

    /// <summary>The provider's messages about what the call did never come; the answer, and who asks, tell.</summary>
    MessagesLost,

    /// <summary>A payment is declined, a refund or payout fails; no money moves.</summary>
    Declined,

    /// <summary>A payment is declined and succeeds <see cref="GatewayBehaviour.LaterBy"/> all the same.</summary>
    DeclinedThenTaken,

    /// <summary>The money is taken, and answer and messages say that it failed; the truth is told <see cref="GatewayBehaviour.LaterBy"/>.</summary>
    TakenButDenied,

    /// <summary>Answer and messages state another amount than was taken or refunded, twice as much or half; who asks gets the right one.</summary>
    WrongAmount,

    /// <summary>The backer must act, and does <see cref="GatewayBehaviour.LaterBy"/>: only then money is taken.</summary>
    ActionRequired,

    /// <summary>The hold or the link runs out <see cref="GatewayBehaviour.LaterBy"/>, before its time.</summary>
    ExpiresEarly,

    /// <summary>The money is taken and, later, disputed; the dispute stays open.</summary>
    Disputed,

    /// <summary>The money is taken, disputed, and later here again.</summary>
    DisputeWon,

    /// <summary>The money is taken, disputed, and later gone.</summary>
    DisputeLost,

    /// <summary>The money is taken, disputed, gone, and still later here again.</summary>
    DisputeReversed,

    /// <summary>A refund goes out, a payout is sent, and comes back later.</summary>
    ComesBack,
}

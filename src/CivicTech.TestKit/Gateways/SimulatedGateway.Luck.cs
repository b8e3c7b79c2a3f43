using CivicTech.Crowdfunding.Collection;

namespace CivicTech.TestKit.Gateways;

// What goes wrong with which call.
public sealed partial class SimulatedGateway
{
    /// <summary>Says what goes wrong with the next calls about somebody or something.</summary>
    /// <param name="subject">
    /// The key of a call, or the attempt, backer or payee that calls are about. A call uses up the first step of the first script that
    /// is found for it in that order.
    /// </param>
    /// <param name="mishaps">
    /// One for each call, in order; <see cref="Mishap.None"/> for a call that goes well. After them the odds decide again.
    /// </param>
    public void Script(string subject, params ReadOnlySpan<Mishap> mishaps)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        lock (_gate)
        {
            if (!_scripts.TryGetValue(subject, out var script))
            {
                _scripts.Add(subject, script = []);
            }

            foreach (var mishap in mishaps)
            {
                script.Enqueue(mishap);
            }
        }
    }

    private Mishap MishapOf(GatewayCall call)
    {
        var nth = _sends[call.Key] = _sends.GetValueOrDefault(call.Key) + 1;
        foreach (var subject in new[] { call.Key, call.Subject, PersonOf(call) })
        {
            if (subject is not null && _scripts.TryGetValue(subject, out var script) && script.TryDequeue(out var scripted))
            {
                return scripted;
            }
        }

        var drawn = _draws.Below(100, $"mishap {nth} of {call.Key}");
        foreach (var (mishap, percent) in _behaviour.Odds)
        {
            drawn -= percent;
            if (drawn < 0)
            {
                return mishap;
            }
        }

        return Mishap.None;
    }

    private string? PersonOf(GatewayCall call) => call switch
    {
        GatewayCall.CreatePayLink link => link.Backer,
        GatewayCall.Charge charge => charge.Backer,
        GatewayCall.Debit debit => debit.Backer,
        GatewayCall.Authorise authorise => authorise.Backer,
        GatewayCall.SendPayout payout => payout.Payee,
        _ => _payments.OfAttempt(call.Subject) is [var payment, ..] ? payment.Backer : null,
    };
}

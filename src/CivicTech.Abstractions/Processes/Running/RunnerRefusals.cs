namespace CivicTech.Processes.Running;

/// <summary>What the runner itself refuses.</summary>
public static class RunnerRefusals
{
    /// <summary>Another command was done under the same key.</summary>
    public static RefusalKind KeyReused { get; } = new(
        "command-key-reused",
        "Another command was already done under the key {key}.",
        "Une autre commande a déjà été exécutée avec la clé {key}.",
        "پیش‌تر فرمان دیگری با کلید {key} اجرا شده است.");
}

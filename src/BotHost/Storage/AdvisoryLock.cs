namespace BotHost.Storage;

/// <summary>
/// PostgreSQL's locks on a pair of numbers, one number for the purpose, one for the schema: two bots in one database have a schema each
/// and do not meet.
/// </summary>
internal static class AdvisoryLock
{
    /// <summary>"both", "bots", "botw": numbers nobody else is likely to have chosen.</summary>
    public const int Schema = 0x626f7468, Leader = 0x626f7473, OthersWork = 0x626f7477;

    public const string OfThisSchema = "hashtext(current_schema())";
}

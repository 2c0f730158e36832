namespace BotHost.Bot;

/// <summary>A language the bot speaks.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>German.</summary>
    De,
}

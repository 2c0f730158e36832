namespace BotHost.Webex;

/// <summary>Whose events a webhook reports.</summary>
internal enum WebhookOwner
{
    Creator,

    /// <summary>The whole organisation's; for administrators and compliance officers.</summary>
    Org,
}

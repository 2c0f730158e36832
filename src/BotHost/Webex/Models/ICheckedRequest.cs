namespace BotHost.Webex;

/// <summary>A request whose limits are checked here, before the call, so that the error can say what to do.</summary>
internal interface ICheckedRequest
{
    /// <exception cref="ArgumentException">Webex would refuse this; the message says what to change.</exception>
    void Check();
}

namespace WebexSimulator;

public sealed partial class SimulatorSwitches
{
    /// <summary>
    /// A refresh gives a new refresh token, and ends the old one. Default false: the same one comes again, as in the documented samples.
    /// </summary>
    public bool RefreshTokensRotate { get; set; }

    /// <summary>
    /// Each use of a refresh token gives it its 90 days again. Default false: captures show that what is left of it shrinks, though the
    /// documentation says that one in use lasts for ever.
    /// </summary>
    public bool RefreshTokensAreRenewed { get; set; }

    /// <summary>A refresh ends the access tokens that came before. Default false: they live out their 14 days. Nobody documents it.</summary>
    public bool RefreshEndsOlderAccessTokens { get; set; }

    /// <summary>The answer that gives tokens has <c>scope</c>. Default true; it is not always there.</summary>
    public bool TokensSayTheirScopes { get; set; } = true;

    /// <summary>The status for a client id or secret that is wrong: 400 and 401 are reported. Default 401.</summary>
    public int InvalidClientStatus { get; set; } = 401;

    /// <summary>How long an authorization code is good for, in seconds. Default 300; nobody documents it.</summary>
    public int AuthorizationCodeSeconds { get; set; } = 300;

    /// <summary>
    /// A code that is brought a second time ends the tokens it gave the first time. Default false: only refused. OAuth advises it, and nobody
    /// documents it of Webex.
    /// </summary>
    public bool ReusedCodesRevokeTokens { get; set; }

    /// <summary>
    /// The last administrator of an organisation may be deleted, or made an ordinary user. Default false: 400, the cautious reading; nobody
    /// documents it.
    /// </summary>
    public bool LastAdministratorMayGo { get; set; }

    /// <summary>
    /// A licence that is not there to be had is refused with 400. Default false: the others are given, as the specification has it.
    /// </summary>
    public bool UnknownLicencesAreRefused { get; set; }

    /// <summary>
    /// Somebody an administrator creates is pending, and has no token. Default false: he is there at once, as there is nobody to open the
    /// letter.
    /// </summary>
    public bool NewPeopleArePending { get; set; }

    /// <summary>Changing a person answers 204. Default false: 200 and the person; the specification declares both.</summary>
    public bool PeopleUpdateAnswers204 { get; set; }

    /// <summary>Whoever is deleted leaves his group rooms and teams. Default true; nobody documents it. False: he stays a member.</summary>
    public bool DeletedPeopleLeaveTheirRooms { get; set; } = true;

    /// <summary>Events are listed oldest first. Default false: newest first; nobody documents an order.</summary>
    public bool EventsAreOldestFirst { get; set; }

    /// <summary>
    /// The status for a device that asks again too soon. Default 428, as for one that has to wait; OAuth has 400 for both.
    /// </summary>
    public int DeviceSlowDownStatus { get; set; } = 428;
}

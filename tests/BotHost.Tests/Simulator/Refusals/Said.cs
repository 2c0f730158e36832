namespace BotHost.Tests.Simulator.Refusals;

/// <summary>Webex's words, where they are known: those observed in 2026 first, then those of 2018.</summary>
internal static class Said
{
    public const string NoToken = "The request requires a valid access token set in the Authorization request header.";
    public const string NotFound = "The requested resource could not be found.";
    public const string Malformed = "The request could not be understood by the server due to malformed syntax.";
    public const string NoTitle = "Title cannot be empty.";
    public const string AlreadyMember = "User is already a participant in the room.";
    public const string NoMessage = "Unable to get message.";
    public const string NoActivity = "Failed to get activity.";
    public const string TooBig = "Unable to post message to room: \"The request payload is too big\"";

    public const string NoContent = "Both text and file cannot be empty.";
    public const string OneDestination = "Exactly one of the destination fields must not be empty (roomId, toPersonEmail, toPersonId)";
    public const string NoPerson = "Must specify either personId or personEmail.";
    public const string NoRoomId = "roomId cannot be null";
    public const string NoMembership = "Failed to get membership";
    public const string NotDeleted = "Failed to delete room.";
    public const string PersonNotFound = "Person not found";
    public const string PeopleFilter = "Email, displayName, or id list should be specified.";
    public const string NoName = "name cannot be empty";
    public const string NoTargetUrl = "targetUrl cannot be null";

    public const string BadClientId = "Client Id is invalid";

    public static string MissingScope(string scope) => $"Missing required scope: {scope}";

    public static string Required(string parameter) => $"Required String parameter '{parameter}' is not present";

    /// <summary>The words are the simulator's, and the same for every parameter: nobody has written down Webex's.</summary>
    public static string Invalid(string parameter) => $"Invalid value for {parameter}.";
}

namespace WebexSimulator.Http;

/// <summary>The words of Webex's errors: those observed on the service first, then those of 2018, then ours where none are known.</summary>
internal static class Texts
{
    // Observed in 2026
    public const string NoToken = "The request requires a valid access token set in the Authorization request header.";
    public const string NotFound = "The requested resource could not be found.";
    public const string Malformed = "The request could not be understood by the server due to malformed syntax.";
    public const string NoTitle = "Title cannot be empty.";
    public const string AlreadyMember = "User is already a participant in the room.";
    public const string NoMessage = "Unable to get message.";
    public const string NoActivity = "Failed to get activity.";
    public const string TooBig = "Unable to post message to room: \"The request payload is too big\"";

    // Observed in a collection of calls for meetings
    public const string CoHosts = "You can not turn on 'allowAnyUserToBeCoHost' and 'allowFirstUserToBeCoHost' at the same time.";
    public const string BeforeNow = "Parameter 'start' or 'end' is before current time.";

    // Of a client in use
    public const string NoRegistration = "Registration is not supported for this meeting series.";

    // Of 2018
    public const string MalformedId = "Expect base64 ID or UUID.";
    public const string NoContent = "Both text and file cannot be empty.";
    public const string OneDestination = "Exactly one of the destination fields must not be empty (roomId, toPersonEmail, toPersonId)";
    public const string NoPerson = "Must specify either personId or personEmail.";
    public const string NoRoomId = "roomId cannot be null";
    public const string NoMembership = "Failed to get membership";
    public const string NotDeleted = "Failed to delete room.";
    public const string PersonNotFound = "Person not found";
    public const string PeopleFilter = "Email, displayName, or id list should be specified.";
    public const string NoWebhookName = "name cannot be empty";
    public const string NoTargetUrl = "targetUrl cannot be null";
    public const string InvalidWebhookId = "Invalid webhookId for Delete Webhook request.";
    public const string ForeignWebhook = "Failed to delete webhook.  You are not the owner of it.";

    // Only the meaning is known
    public const string BadMethod = "The method is not allowed for the requested resource.";
    public const string ServerError = "An internal error occurred.";
    public const string ModeratorsOnly = "Only a moderator of the room may do this.";
    public const string DirectRoom = "This is not possible in a direct room.";
    public const string AuthorsOnly = "Only the author of the message may do this.";
    public const string EditOfFiles = "Editing of messages with files or attachments is not supported.";
    public const string EditLimit = "The limit of 10 edits of this message is reached.";
    public const string BadParent = "parentId must be the first message of a thread in the same room.";
    public const string OwnMentionsOnly = "mentionedPeople can only be 'me' or your own id.";
    public const string ComplianceOnly = "Only a compliance officer may do this.";
    public const string DescriptionNeeded = "A public room needs a description.";
    public const string AnnouncementsNeedLock = "isAnnouncementOnly needs isLocked.";
    public const string OneFile = "Only one file can be attached to a message.";
    public const string OneCard = "Only one attachment can be added to a message.";
    public const string BadCard = "An attachment needs contentType application/vnd.microsoft.card.adaptive and content.";
    public const string NotToOneself = "A direct room needs two people.";
    public const string NotYourself = "Only your own membership can be hidden.";
    public const string NoTeamName = "name cannot be empty";
    public const string NoTeamId = "teamId cannot be null";
    public const string AlreadyInTeam = "User is already a participant in the team.";
    public const string TeamModeratorsOnly = "Only a moderator of the team may do this.";
    public const string LastModerator = "The last moderator of a team cannot be removed: make somebody else one first.";
    public const string OtherTeam = "A room cannot be moved to another team.";
    public const string ModeratorsOutsideTeam = "All moderators of the room must be in the team.";
    public const string GeneralRoom = "The General room of a team cannot be deleted or unlocked.";
    public const string HttpsOnly = "contentUrl must be an https address.";
    public const string BotsDoNotClassify = "A bot cannot create and classify a room in one step.";
    public const string PublicSpacesAlone = "orgPublicSpaces cannot be combined with teamId, type or sortBy.";
    public const string TooManyRequests = "Too Many Requests";
    public const string TooManyIds = "Not more than 85 ids can be asked for at once.";
    public const string OwnOrganisationOnly = "Only your own organisation can be searched.";
    public const string AdministratorsOnly = "Only an administrator may do this.";
    public const string PersonExists = "There is somebody with this address already.";
    public const string NoPersonName = "One of displayName, firstName and lastName is needed.";
    public const string LastAdministrator = "The last administrator of an organisation must stay one: make somebody else one first.";
    public const string ComplianceFields =
        "A compliance officer who is not in the room can change classificationId, isAnnouncementOnly, description and isPublic only.";
    public const string FileWithCard = "A message cannot have both a file and a card.";
    public const string NoFileThere = "The file could not be fetched from its address.";
    public const string FileIsScanned = "The file is being scanned for malware: ask again later.";
    public const string FileIsInfected = "The file is infected with malware and was removed.";
    public const string FileIsUnscannable = "The file could not be scanned for malware: add allow=unscannable to download it all the same.";

    public const string TooManyWebhooks = "The limit of 30000 webhooks is reached.";
    public const string OrganisationWebhookExists = "Your organization has a webhook for this resource and filter already.";
    public const string OrganisationScope = "Missing required scope: spark-admin or spark-compliance, for ownedBy=org.";

    public const string MeetingDuration = "A meeting takes 10 minutes to 23 hours and 59 minutes, and ends after it starts.";
    public const string TooFarAhead = "A meeting can be at most 10 years ahead.";
    public const string TooManyMeetings = "The limit of meetings that can be scheduled in 24 hours is reached.";
    public const string OneSelector = "Only one of meetingNumber, webLink and roomId can be given.";
    public const string OnlyOfEnded = "What a meeting had can be asked for with meetingType=meeting and state=ended only.";
    public const string MeetingPassword = "The meeting is protected by a password: send it in the header 'password'.";
    public const string HostsOnly = "Only the host of the meeting may do this.";
    public const string NotScheduled = "A meeting that is in progress or has ended cannot be changed: name its series or its occurrence.";
    public const string AdhocMeeting = "An ad-hoc meeting can be neither changed nor deleted.";

    public const string InviteesOnly = "Only whoever is invited may join the meeting.";
    public const string MeetingIsOver = "The meeting is over: name an occurrence that is not.";
    public const string MeetingIsOn = "The meeting is in progress: end it first.";
    public const string NotInProgress = "The meeting is not in progress.";
    public const string NotInMeeting = "Join the meeting first.";
    public const string NotRinging = "The device is not ringing any more.";
    public const string OnlyEnded = "Only the id of a meeting that has ended can be asked for.";
    public const string IdOrNumber = "Exactly one of meetingId and meetingNumber must be given.";
    public const string OneMeeting = "Exactly one of meetingId, meetingNumber and webLink must be given.";
    public const string NumberOrLink = "Exactly one of meetingNumber and webLink must be given.";
    public const string TooEarly = "It is too early for a link of this webinar.";
    public const string AlreadyInvited = "Somebody with this email is invited already.";
    public const string AlreadyRegistered = "Somebody with this email is registered already.";

    public static string ForeignFile(string host) =>
        $"This simulator fetches files from its own machine only: allow '{host}' with Simulator:Files:AllowedHosts.";

    public static string MissingScope(string scope) => $"Missing required scope: {scope}";

    public static string Required(string parameter) => $"Required String parameter '{parameter}' is not present";

    public static string Invalid(string parameter) => $"Invalid value for {parameter}.";
}

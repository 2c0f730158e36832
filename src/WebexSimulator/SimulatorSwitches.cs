namespace WebexSimulator;

/// <summary>
/// What Webex's documentation leaves open or contradicts itself on, section <c>Simulator:Switches</c>: each with the behaviour we took
/// and why. Set one the other way to see whether a bot survives that too.
/// </summary>
public sealed partial class SimulatorSwitches
{
    /// <summary>
    /// Answer 400 "Expect base64 ID or UUID." to an id that is none, as in 2018. Default false: a malformed id is unknown, 404,
    /// which is what the service answers for a malformed room id today.
    /// </summary>
    public bool MalformedIdIsBadRequest { get; set; }

    /// <summary>Answer 415 to a body of the wrong content type, as in 2018. Default false: 400, as observed in 2026.</summary>
    public bool WrongContentTypeIs415 { get; set; }

    /// <summary>
    /// Every list begins with an empty page that has a next one. Default false: that a page may be empty and still not the last is documented,
    /// when it is so is not.
    /// </summary>
    public bool ListsBeginWithAnEmptyPage { get; set; }

    /// <summary>
    /// An address nobody has may be added to a room or written to; it becomes a pending account. Default true: reported of the service,
    /// which invites people that way.
    /// </summary>
    public bool UnknownEmailsArePending { get; set; } = true;

    /// <summary>
    /// <c>GET /people?email=</c> finds people of every organisation. Default false: documented to search one's own only, and a bot's own is
    /// the consumer organisation.
    /// </summary>
    public bool EmailsAreFoundEverywhere { get; set; }

    /// <summary>
    /// A bot gets webhooks for its own messages in group rooms, where nobody mentioned it. Default true: clients see it on the websocket;
    /// for webhooks it is inferred.
    /// </summary>
    public bool BotsHearThemselves { get; set; } = true;

    /// <summary>
    /// <c>@all</c> counts as a mention of every bot in the room. Default false: the guide says that the bot itself must be mentioned.
    /// </summary>
    public bool AllMentionsReachBots { get; set; }

    /// <summary>
    /// A mention written with a name (<c>&lt;@personEmail:a@b.c|Ann&gt;</c>) shows that name. Default true, as in the documented samples;
    /// false shows the person's display name.
    /// </summary>
    public bool MentionsShowTheGivenName { get; set; } = true;

    /// <summary>The attribute that marks a mention of everybody in html. Default <c>data-group-type</c>; other captures have <c>data-object-id</c>.</summary>
    public string GroupMentionAttribute { get; set; } = "data-group-type";

    /// <summary>Only its author is shown a message's <c>markdown</c>. Default false: for the author it is certain, for others nobody says it is missing.</summary>
    public bool MarkdownForItsAuthorOnly { get; set; }

    /// <summary>
    /// A <c>parentId</c> that is itself a reply is replaced by its thread's root. Default false: rejected with 400, which is what a
    /// widely used client relies on.
    /// </summary>
    public bool ReplyToReplyIsRewritten { get; set; }

    /// <summary>
    /// An edited message fires messages/updated. Default true: the guide's table omits it, but the firehose text, two client libraries and a
    /// sample payload have it.
    /// </summary>
    public bool EditsFireMessagesUpdated { get; set; } = true;

    /// <summary>A mere change of title fires rooms/updated. Default true: clients see it, though the guide says "primarily" lock and unlock.</summary>
    public bool TitleChangesFireRoomsUpdated { get; set; } = true;

    /// <summary>The other party of a direct room that does not exist yet: 404. Default true; false answers an empty list. Nobody documents it.</summary>
    public bool NoDirectRoomIs404 { get; set; } = true;

    /// <summary>
    /// Deleting a direct room is refused with 400 "Failed to delete room." Default true, the cautious reading: nobody documents it. False: 204,
    /// and the room is gone for both.
    /// </summary>
    public bool DirectRoomsCannotBeDeleted { get; set; } = true;

    /// <summary>The status for adding to, or removing from, a direct room: refused, status unknown. Default 403.</summary>
    public int DirectRoomMembershipStatus { get; set; } = 403;

    /// <summary>
    /// Somebody else's memberships asked for without a room, by one who is no compliance officer: 403. Default true; false answers an empty
    /// list. Both are reported.
    /// </summary>
    public bool MembershipsOfOthersNeedARoom { get; set; } = true;

    /// <summary>
    /// A member of a team sees the team's rooms he is not in, and may join them. Default true: the guide says that being in the team opens
    /// its rooms; false takes them for invisible until somebody adds him.
    /// </summary>
    public bool TeamRoomsAreOpenToTheTeam { get; set; } = true;

    /// <summary>
    /// <c>invitePending</c> and <c>loginEnabled</c> are booleans. Default false: strings, as the specification has them; booleans are
    /// reported.
    /// </summary>
    public bool FlagsOfPeopleAreBooleans { get; set; }

    /// <summary>Teams have <c>creatorId</c>. Default true: a widely used client models it, though the specification leaves it out.</summary>
    public bool TeamsHaveTheirCreator { get; set; } = true;

    /// <summary>
    /// A room's meetingInfo still has links and numbers. Default false: an empty object, as observed since its end of life in 2025.
    /// </summary>
    public bool MeetingInfoIsFilled { get; set; }

    /// <summary>
    /// A message may have a file and a card. Default false: 400, the cautious reading; nobody documents it, and text with either is
    /// always safe.
    /// </summary>
    public bool FileWithCardIsAllowed { get; set; }

    /// <summary>
    /// A file's name beyond ASCII stands in Content-Disposition as raw UTF-8. Default false: as <c>filename*</c> beside an ASCII
    /// <c>filename</c>, which every client can read. That such names survive is known; how they are encoded is not.
    /// </summary>
    public bool FileNamesAreRawUtf8 { get; set; }

    /// <summary>Posting a card answers 202 to its submit, as the specification has it. Default false: 200; a client in use fails on 202.</summary>
    public bool SubmitAnswers202 { get; set; }

    /// <summary>
    /// Everybody who sees a room may read the card submits in it. Default false: only the card's author and the person who submitted; the
    /// others get 404, as for everything that is not theirs. Nobody documents the status.
    /// </summary>
    public bool SubmitsAreReadableByTheRoom { get; set; }

    /// <summary>
    /// Deleting an unknown or foreign webhook answers 400 with the texts of 2018. Default false: 404, as for everything the token cannot see.
    /// </summary>
    public bool WebhookDeleteAnswersAsIn2018 { get; set; }

    /// <summary>
    /// An application sees only the webhooks it made itself, not those that another one made for the same person. Default true: reported
    /// so, and documented nowhere.
    /// </summary>
    public bool WebhooksBelongToTheirApp { get; set; } = true;

    /// <summary>The webhook of an edit has <c>updated</c> beside <c>created</c>. Default false: a sample of one has it not.</summary>
    public bool EditsSayWhen { get; set; }

    /// <summary>Values of a webhook's filter are compared without regard to case. Default false: reported to be case-sensitive.</summary>
    public bool FiltersIgnoreCase { get; set; }
}

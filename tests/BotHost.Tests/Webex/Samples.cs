namespace BotHost.Tests.Webex;

/// <summary>Answers as the facts describe them.</summary>
internal static class Samples
{
    public const string Person = """
        {"id":"P1","emails":["ann@example.com"],"displayName":"Ann Lee","nickName":"Ann","firstName":"Ann","lastName":"Lee","avatar":"https://a.example/1",
         "orgId":"O1","created":"2016-04-21T19:01:55.966Z","timezone":"Europe/Berlin","status":"DoNotDisturb","type":"bot","roles":["x"],"invitePending":"false"}
        """;

    public const string Room = """
        {"id":"R1","title":"Unicorn","type":"group","isLocked":true,"teamId":"T1","lastActivity":"2016-04-21T19:12:48.920Z","creatorId":"P1",
         "created":"2016-04-21T19:01:55+00:00","ownerId":"O1","description":"d","isPublic":false,"isReadOnly":false,"isAnnouncementOnly":true}
        """;

    public const string Membership = """
        {"id":"M1","roomId":"R1","personId":"P1","personEmail":"ann@example.com","personDisplayName":"Ann Lee","personOrgId":"O1","isModerator":true,
         "isMonitor":false,"isRoomHidden":false,"roomType":"direct","created":"2015-10-18T14:26:16.203Z"}
        """;

    public const string Message = """
        {"id":"S1","parentId":"S0","roomId":"R1","roomType":"group","text":"Bot hi","markdown":"**hi**","html":"<p>hi</p>","files":["https://x.example/v1/contents/C1"],
         "personId":"P1","personEmail":"ann@example.com","mentionedPeople":["P2","P3"],"mentionedGroups":["all"],
         "attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.3"}}],
         "created":"2024-10-18T14:26:16.203Z","updated":"2024-10-18T14:27:16.101Z","isVoiceClip":true}
        """;

    public const string AttachmentAction = """
        {"id":"A1","type":"submit","messageId":"S1","inputs":{"name":"Ann","count":3},"personId":"P1","roomId":"R1","created":"2024-05-10T19:41:00.100Z"}
        """;

    public const string Webhook = """
        {"id":"W1","name":"n","targetUrl":"https://b.example/h","resource":"messages","event":"created","filter":"roomId=R1","secret":"s3cr3t-of-hook",
         "status":"inactive","created":"2019-07-17T16:58:37.164Z","orgId":"O1","createdBy":"P1","appId":"X1","ownedBy":"creator"}
        """;

    public const string Team = """{"id":"T1","name":"Build Squad","description":"d","creatorId":"P1","created":"2015-10-18T14:26:16.203Z"}""";

    public const string TeamMembership = """
        {"id":"TM1","teamId":"T1","personId":"P1","personEmail":"ann@example.com","personDisplayName":"Ann Lee","personOrgId":"O1","isModerator":true,
         "created":"2015-10-18T14:26:16.203Z"}
        """;

    public const string RoomTab = """
        {"id":"TAB1","roomId":"R1","roomType":"group","displayName":"Board","contentUrl":"https://b.example/","creatorId":"P1",
         "created":"2015-10-18T14:26:16.203Z"}
        """;

    public static string Items(params string[] items) => $$"""{"items":[{{string.Join(',', items)}}],"notFoundIds":null}""";
}

namespace BotHost.Tests.Webex;

/// <summary>Answers about meetings and administration, as the facts describe them.</summary>
internal static class MeetingSamples
{
    public const string Meeting = """
        {"id":"M1","meetingSeriesId":"M0","meetingNumber":"123456789","title":"Stand-up","agenda":"a","password":"pw-of-meeting","meetingType":"scheduledMeeting",
         "state":"inProgress","scheduledType":"webinar","isModified":true,"timezone":"Europe/Berlin","start":"2026-12-01T09:00:00+01:00","end":"2026-12-01T09:15:00+01:00",
         "recurrence":"FREQ=DAILY;COUNT=10","hostUserId":"P1","hostDisplayName":"Ann Lee","hostEmail":"ann@example.com","hostKey":"1","siteUrl":"s.example",
         "webLink":"https://s.example/j","unlockedMeetingJoinSecurity":"allowJoinWithLobby","joinBeforeHostMinutes":5,"hasSummary":true,
         "telephony":{"accessCode":"1","callInNumbers":[{"label":"US","callInNumber":"2","tollType":"toll"}]},"trackingCodes":[{"name":"n","value":"v"}]}
        """;

    public const string Invitee = """{"id":"M1_7","email":"bob@example.com","displayName":"Bob","coHost":true,"meetingId":"M1","panelist":false}""";

    public const string Participant = """
        {"id":"M1_p","host":true,"email":"bob@example.com","displayName":"Bob","state":"breakoutSession","video":"on","meetingId":"M1_I_1",
         "joinedTime":"2026-12-01T08:00:00Z","devices":[{"deviceType":"mac","audioType":"voip","durationSecond":60}]}
        """;

    public const string Registrant = """
        {"id":"G1","status":"approved","firstName":"Bob","lastName":"Lee","email":"bob@example.com","zipCode":12345,"registrationId":566476,
         "customizedQuestions":[{"questionId":3,"answers":[{"optionId":1,"answer":"green"}]}]}
        """;

    public const string Recording = """
        {"id":"V1","meetingId":"M1_I_1","topic":"Stand-up","format":"MP4","serviceType":"MeetingCenter","durationSeconds":60,"sizeBytes":5000000000,
         "shareToMe":true,"status":"available","temporaryDirectDownloadLinks":{"recordingDownloadLink":"https://s.example/1","expiration":"2026-12-01T12:00:00Z"}}
        """;

    public const string Transcript = """{"id":"X1","meetingId":"M1_I_1","meetingTopic":"Stand-up","hostUserId":"P1","status":"deleted"}""";

    public const string Snippet = """{"id":"X1_1","text":"hello","personName":"Ann","personEmail":"ann@example.com","offsetMillisecond":1000,"durationMillisecond":1500}""";

    public const string Summary = """{"id":"Y1","meetingId":"M1_I_1","status":"available","notes":{"content":"n"},"actionItems":[{"content":"a"}]}""";

    public const string Event = """
        {"id":"E1","resource":"messages","type":"created","appId":"null","actorId":"P1","orgId":"O1","created":"2016-05-16T21:34:59.324Z",
         "data":{"id":"S1","roomId":"R1","roomType":"group","text":"secret plans","personId":"P1","callType":"SIP"}}
        """;

    public const string AuditEvent = """
        {"id":"A1","actorId":"P1","actorOrgId":"O1","created":"2019-01-02T16:58:36.845Z",
         "data":{"actionText":"Ann logged in","eventCategory":"LOGINS","adminRoles":["User"],"targetId":"O1"}}
        """;
}

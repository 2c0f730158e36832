namespace BotHost.Agents;

/// <summary>The tools there are. A new one is a file beside these, and a line here.</summary>
internal static class ShippedTools
{
    public static IReadOnlyList<AgentTool> All { get; } =
    [
        CreateMessage.Tool,
        CreateThreadReply.Tool,
        EditMessage.Tool,
        DeleteMessage.Tool,
        GetMessage.Tool,
        GetThread.Tool,
        SearchMessages.Tool,
        ListDirectMessages.Tool,
        ShareFile.Tool,
        UploadFile.Tool,
        GetFileDetails.Tool,
        DownloadFile.Tool,
        CreateSpace.Tool,
        GetSpace.Tool,
        SearchSpaces.Tool,
        UpdateSpace.Tool,
        DeleteSpace.Tool,
        AddMembership.Tool,
        GetMembership.Tool,
        UpdateMembership.Tool,
        RemoveMembership.Tool,
        GetMe.Tool,
        ListPeople.Tool,
        GetPerson.Tool,
        ListTeams.Tool,
        CreateTeam.Tool,
        ListTeamMemberships.Tool,
        AddTeamMembership.Tool,
        RemoveTeamMembership.Tool,
        CreateWebhook.Tool,
        GetWebhook.Tool,
        UpdateWebhook.Tool,
        DeleteWebhook.Tool,
        ListDeliveries.Tool,
        InboxStatus.Tool,
    ];
}

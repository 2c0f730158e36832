using BotHost.Bot;

namespace BotHost.Tests.Readme;

/// <summary>The code of the page about meetings, as it stands there.</summary>
internal static class MeetingSnippets
{
    public static void MapRetro(BotRoutes bot)
    {
        bot.Command("retro", async (DateTimeOffset when, BotContext ctx) =>
        {
            var meetings = ctx.As(Identity.Asker).Meetings;
            var meeting = await meetings.ScheduleAsync(new MeetingPlan("Retrospective", when, TimeSpan.FromHours(1)) { Invitees = [PersonRef.FromEmail("bob@example.com")] });
            return Reply.Markdown($"**{meeting.Title}**, number {meeting.Number}: {meeting.Address}");
        });
    }

    public static void MapEvents(BotRoutes bot, RoomId team)
    {
        bot.OnMeetingStarted(async Task (Meeting meeting, BotContext ctx) => await ctx.Messages.PostAsync(team, Reply.Markdown($"**{meeting.Title}** has begun: {meeting.Address}")));
        bot.OnMeetingEnded(async Task (Meeting meeting, Person by, BotContext ctx) => await ctx.Messages.PostAsync(team, Reply.Markdown($"**{meeting.Title}** is over.")));
    }
}

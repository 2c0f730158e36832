using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

internal static class RoomsApi
{
    public static void MapRooms(this IEndpointRouteBuilder api)
    {
        var rooms = api.ServiceProvider.GetRequiredService<RoomRules>();
        api.Get("/rooms", call => Answers.List(rooms.List(call.Caller, Query(call), call.Page(standard: 100, ceiling: 1000))));
        api.Post("/rooms", (call, body) => Answers.Ok(rooms.Create(call.Caller, body)));
        api.Get("/rooms/{roomId}", call => Answers.Ok(rooms.Read(call.Caller, call.Path("roomId"))));
        api.Get("/rooms/{roomId}/meetingInfo", call => Answers.Ok(rooms.Meeting(call.Caller, call.Path("roomId"))));
        api.Put("/rooms/{roomId}", (call, body) => Answers.Ok(rooms.Update(call.Caller, call.Path("roomId"), body)));
        api.Delete("/rooms/{roomId}", call => rooms.Delete(call.Caller, call.Path("roomId")));
    }

    private static RoomQuery Query(ApiCall call)
    {
        var query = Read(call);
        return query.PublicOfOrganisation && new[] { "teamId", "type", "sortBy" }.Any(name => call.Query(name) is not null)
            ? throw Refusal.BadRequest(Texts.PublicSpacesAlone)
            : query;
    }

    private static RoomQuery Read(ApiCall call) => new(
        call.Query("type") switch
        {
            null => null,
            "direct" => true,
            "group" => false,
            _ => throw Refusal.BadRequest(Texts.Invalid("type")),
        },
        call.Query("sortBy") switch
        {
            null or "lastactivity" => RoomOrder.LastActivity,
            "created" => RoomOrder.Created,
            "id" => RoomOrder.Id,
            _ => throw Refusal.BadRequest(Texts.Invalid("sortBy")),
        },
        call.QueryFlag("orgPublicSpaces"), call.QueryTime("from"), call.QueryTime("to"), call.Query("teamId"));
}

/// <summary>Which rooms, in which order.</summary>
internal sealed record RoomQuery(
    bool? IsDirect, RoomOrder Order, bool PublicOfOrganisation, DateTimeOffset? From, DateTimeOffset? To, string? TeamId);

using WebexSimulator.Http;
using WebexSimulator.Memberships;
using WebexSimulator.Model;

namespace WebexSimulator.Tabs;

/// <summary>Web pages pinned to a room: for all members to see, for whoever may change the room to change.</summary>
internal static class RoomTabsApi
{
    public static void MapRoomTabs(this IEndpointRouteBuilder api)
    {
        var tabs = new Rules(
            api.ServiceProvider.GetRequiredService<World>(), api.ServiceProvider.GetRequiredService<Sight>(), api.ServiceProvider.GetRequiredService<Moderation>());
        api.Get("/room/tabs", call => Answers.Ok(tabs.List(call.Caller, call.Query("roomId") ?? throw Refusal.BadRequest(Texts.Required("roomId")))));
        api.Post("/room/tabs", (call, body) => Answers.Ok(tabs.Create(call.Caller, body)));
        api.Get("/room/tabs/{id}", call => Answers.Ok(tabs.Read(call.Caller, call.Path("id"))));
        api.Put("/room/tabs/{id}", (call, body) => Answers.Ok(tabs.Update(call.Caller, call.Path("id"), body)));
        api.Delete("/room/tabs/{id}", call => tabs.Delete(call.Caller, call.Path("id")));
    }

    private sealed class Rules(World world, Sight sight, Moderation moderation)
    {
        public ListBody<RoomTabBody> List(Person caller, string roomId)
        {
            lock (world.Gate)
            {
                var state = sight.MemberRoom(caller, roomId);
                return new([.. state.Tabs.Values.OrderBy(tab => tab.Created).ThenBy(tab => tab.Key).Select(tab => RoomTabBody.Of(state, tab))]);
            }
        }

        public RoomTabBody Read(Person caller, string id)
        {
            lock (world.Gate) return Find(caller, id) is var (state, tab) ? RoomTabBody.Of(state, tab) : throw Refusal.NotFound();
        }

        public RoomTabBody Create(Person caller, Fields body)
        {
            var (roomId, displayName, contentUrl) = Read(body);
            lock (world.Gate)
            {
                var state = sight.MemberRoom(caller, roomId);
                moderation.Demand(caller, state);
                var tab = new RoomTab
                {
                    Key = Guid.NewGuid(),
                    RoomKey = state.Room.Key,
                    DisplayName = displayName,
                    ContentUrl = contentUrl,
                    CreatorKey = caller.Key,
                    Created = world.Now(),
                };
                state.Tabs.Add(tab.Key, tab);
                Tell("created", caller, state, tab);
                return RoomTabBody.Of(state, tab);
            }
        }

        public RoomTabBody Update(Person caller, string id, Fields body)
        {
            lock (world.Gate)
            {
                var (state, tab) = Find(caller, id) ?? throw Refusal.NotFound();
                var (roomId, displayName, contentUrl) = Read(body);
                if (sight.Read("ROOM", roomId) != state.Room.Key) throw Refusal.NotFound();
                moderation.Demand(caller, state);
                state.Tabs[tab.Key] = tab = tab with { DisplayName = displayName, ContentUrl = contentUrl };
                Tell("updated", caller, state, tab);
                return RoomTabBody.Of(state, tab);
            }
        }

        public void Delete(Person caller, string id)
        {
            lock (world.Gate)
            {
                var (state, tab) = Find(caller, id) ?? throw Refusal.NotFound();
                moderation.Demand(caller, state);
                state.Tabs.Remove(tab.Key);
                Tell("deleted", caller, state, tab);
            }
        }

        // There are no webhooks for it, but a compliance officer hears of it.
        private void Tell(string happened, Person actor, RoomState state, RoomTab tab) =>
            world.Raise(new("tabs", happened, actor, [.. state.Members.Values.Select(member => member.Person)], tab.Id, RoomTabBody.Of(state, tab), _ => []));

        private (RoomState State, RoomTab Tab)? Find(Person caller, string id)
        {
            if (sight.Read("ROOM_TAB", id) is not { } key) return null;
            foreach (var state in world.RoomsOf(caller))
            {
                if (state.Tabs.TryGetValue(key, out var tab)) return (state, tab);
            }
            return null;
        }

        private static (string RoomId, string DisplayName, string ContentUrl) Read(Fields body)
        {
            var roomId = body.Filled("roomId") ?? throw Refusal.BadRequest(Texts.NoRoomId);
            var contentUrl = body.Filled("contentUrl") ?? throw Refusal.BadRequest(Texts.Invalid("contentUrl"));
            var displayName = body.Filled("displayName") ?? throw Refusal.BadRequest(Texts.Invalid("displayName"));
            return Uri.TryCreate(contentUrl, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
                ? (roomId, displayName, contentUrl)
                : throw Refusal.BadRequest(Texts.HttpsOnly);
        }
    }
}

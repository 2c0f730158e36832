using System.Runtime.CompilerServices;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

/// <summary>
/// Writes rooms for lists, each only once: a room's record never changes, and once it is replaced and forgotten, so is what was written
/// of it. Used inside the world's lock.
/// </summary>
internal sealed class RoomWriting
{
    private readonly ConditionalWeakTable<Room, Dictionary<Guid, Written>> _written = [];

    public Written Of(RoomState state, Person reader)
    {
        var forReaders = _written.GetOrCreateValue(state.Room);
        // Only a direct room is another for each of its readers.
        var whom = state.Room.IsDirect ? reader.Key : Guid.Empty;
        return forReaders.TryGetValue(whom, out var written) ? written : forReaders[whom] = Written.Of(RoomBody.Of(state, reader));
    }
}

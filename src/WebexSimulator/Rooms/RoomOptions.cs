using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Rooms;

/// <summary>What a room can be set to, and by whom. Used inside the world's lock.</summary>
internal sealed class RoomOptions(World world, Sight sight)
{
    public Room Apply(Room room, Person caller, Fields body)
    {
        var isNew = !world.Rooms.ContainsKey(room.Key);
        var isPublic = body.Flag("isPublic") ?? room.IsPublic;
        if (isPublic && !room.IsPublic && !isNew && !caller.IsComplianceOfficer) throw Refusal.Forbidden(Texts.ComplianceOnly);
        // One blank clears it.
        var description = body.Text("description") is { } text ? text is " " or "" ? null : text : room.Description;
        if (isPublic && description is null) throw Refusal.BadRequest(Texts.DescriptionNeeded);
        var isAnnouncementOnly = body.Flag("isAnnouncementOnly") ?? (room.IsAnnouncementOnly && room.IsLocked);
        if (isAnnouncementOnly && !room.IsLocked) throw Refusal.BadRequest(Texts.AnnouncementsNeedLock);
        return room with
        {
            IsPublic = isPublic,
            MadePublic = !isPublic ? null : room.MadePublic ?? world.Now(),
            Description = description,
            IsAnnouncementOnly = isAnnouncementOnly,
            ClassificationKey = Classification(body) ?? room.ClassificationKey,
        };
    }

    // Which classifications an organisation has cannot be asked here, so every id that is one names one.
    private Guid? Classification(Fields body) =>
        body.Filled("classificationId") is { } id ? sight.Read("CLASSIFICATION", id) ?? throw Refusal.BadRequest(Texts.Invalid("classificationId")) : null;
}

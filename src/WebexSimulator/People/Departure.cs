using WebexSimulator.Identity;
using WebexSimulator.Memberships;
using WebexSimulator.Model;
using WebexSimulator.Tokens;
using WebexSimulator.Webhooks;

namespace WebexSimulator.People;

/// <summary>
/// What follows when somebody is deleted: his tokens end, his webhooks are off, and he leaves his group rooms. What he said stays, and so
/// do his direct rooms, for those he spoke with. Used inside the world's lock.
/// </summary>
internal sealed class Departure(
    World world, Moderation moderation, TokenRegister tokens, GrantRegister grants, WebhookRegister webhooks, WebhookQueue queue, SimulatorSwitches switches)
{
    public void Of(Person actor, Person person)
    {
        tokens.RemoveWhere(token => token.Person.Key == person.Key);
        grants.RevokeWhere(grant => grant.Person.Key == person.Key);
        foreach (var webhook in webhooks.Of(person))
        {
            webhook.Health.SwitchOff(world.Now());
            queue.Forget(webhook);
        }
        if (switches.DeletedPeopleLeaveTheirRooms) Leave(actor, person);
        world.People.Put(person with { IsDeleted = true, Token = null });
    }

    private void Leave(Person actor, Person person)
    {
        foreach (var team in world.Teams.Values) team.Members.Remove(person.Key);
        foreach (var room in world.RoomsOf(person).Where(room => !room.Room.IsDirect).ToArray()) moderation.Leave(actor, room, room.Members[person.Key]);
    }
}

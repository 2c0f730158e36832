using BotHost.Bot;

namespace BotHost.Dispatch;

/// <summary>Who people are, for a handler.</summary>
internal sealed class TurnPeople(IPeople people, TurnSteps steps) : IPeople
{
    public Task<PersonProfile?> ReadAsync(PersonId person, CancellationToken cancellationToken = default) =>
        steps.ReadAsync("people.read", person.Value, ct => people.ReadAsync(person, ct), cancellationToken);

    public Task<PersonProfile?> FindByEmailAsync(string email, CancellationToken cancellationToken = default) =>
        steps.ReadAsync("people.find", email, ct => people.FindByEmailAsync(email, ct), cancellationToken);
}

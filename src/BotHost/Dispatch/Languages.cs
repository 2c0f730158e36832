using System.Text.Json;
using BotHost.Bot;
using BotHost.State;
using Microsoft.Extensions.Options;

namespace BotHost.Dispatch;

/// <summary>What people want to be answered in: what they have chosen, else the setting. Webex does not say.</summary>
internal sealed class Languages(StateStore states, IOptions<BotHostOptions> options)
{
    /// <summary>What everybody is spoken to in who has not chosen, and whoever is in a space.</summary>
    public Language Default => options.Value.Language;

    public Language Of(PersonId person) =>
        states.Find(TurnState.OwnerOf(person), Texts.StateName) is { } chosen
            ? JsonSerializer.Deserialize<Language>(chosen.Value, StateJson.Options)
            : Default;
}

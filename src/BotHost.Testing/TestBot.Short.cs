using System.Net.Http.Json;

namespace BotHost.Testing;

public sealed partial class TestBot
{
    /// <summary>Who speaks where a test does not care who: <c>alice@example.com</c>.</summary>
    public TestPerson Alice => Person("alice@example.com");

    /// <summary>Alice writes to the bot directly. Returns what it answered.</summary>
    public Task<IReadOnlyList<TestMessage>> SayAsync(string text, CancellationToken cancellationToken = default) => Alice.SayAsync(text, cancellationToken);

    /// <summary>Alice presses a card's button. Returns what the bot wrote because of it.</summary>
    /// <param name="card">The message with the card.</param>
    /// <param name="button">The button's title.</param>
    /// <param name="inputs">What she fills in, by input id: <c>new { title = "Unicorn" }</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<TestMessage>> PressAsync(
        TestMessage card, string button, object? inputs = null, CancellationToken cancellationToken = default) => Alice.PressAsync(card, button, inputs, cancellationToken);

    /// <summary>Has the local Webex go wrong from now on, until <see cref="HealAsync"/>.</summary>
    /// <param name="fault">
    /// What, as its <c>/simulator/faults</c> takes it: <c>new { method = "POST", path = "/messages", status = 503, count = 2 }</c>, or
    /// <c>new { delivery = "duplicated" }</c>.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">It is no fault; the message says why.</exception>
    public async Task FailAsync(object fault, CancellationToken cancellationToken = default)
    {
        using var answer = await Http.PostAsJsonAsync("/simulator/faults", fault, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new ArgumentException($"The local Webex knows no such fault: {await answer.Content.ReadAsStringAsync(cancellationToken)}", nameof(fault));
    }

    /// <summary>Ends all faults.</summary>
    public async Task HealAsync(CancellationToken cancellationToken = default)
    {
        using var answer = await Http.DeleteAsync("/simulator/faults", cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}

namespace BotHost.Bot;

public sealed partial class BotContext
{
    /// <summary>How Webex is reached as somebody else; null where there is no Webex.</summary>
    internal Func<Identity, World>? Worlds { get; init; }

    /// <summary>
    /// Webex, called as somebody else: <c>await ctx.As(Identity.Asker).Spaces.ListMineAsync()</c>. Where the asker has not consented to that, or not to what a call
    /// needs, that call asks them in private and waits, as <see cref="AskAsync{T}"/> does: this run of the handler ends there, and it runs again from the top once
    /// they have consented.
    /// </summary>
    /// <param name="identity">As whom.</param>
    /// <exception cref="InvalidOperationException">The asker, in the turn of an event: nobody asked for anything.</exception>
    public World As(Identity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (identity == Identity.Bot)
            return new World { Spaces = Spaces, Memberships = Memberships, Messages = Messages, People = People, Teams = Teams, Meetings = Meetings };
        if (identity.IsAsker && Event is not null)
        {
            throw new InvalidOperationException(
                "An event has nobody who asked, so there is nobody to act as. " +
                "Schedule a turn for the person (ctx.Schedule), or use Identity.Bot or a service app.");
        }

        if (identity.IsAsker && Granted is not null)
            throw new NotAnsweredException(NotAnswered.NotAPerson);
        return (Worlds ?? throw new InvalidOperationException("There is no Webex here. Run the handler in a host, or a TestBot."))(identity);
    }

    /// <summary>
    /// Asks the sender to consent, in private; the run ends here. In a later run it goes on, once they have.
    /// </summary>
    /// <param name="known">What the question is known by: the same each time.</param>
    /// <param name="login">Makes the link, and says what is written down with the question.</param>
    /// <exception cref="NotAnsweredException">They have not.</exception>
    internal void AskConsent(string known, Func<ConsentLink> login)
    {
        ConsentLink? link = null;
        var asked = Steps.Ask(known);
        // Of an earlier run the words are out already, and only their place is needed.
        Reply words = asked.Answer is null ? ConsentCard((link = login()).Address) : Reply.Text(known);
        Add(new TurnEffect(words.Privately(), Edits: null), isBlank: false);
        Conclude(asked, timeout: null, link?.Ticket);
    }

    private static Reply ConsentCard(Uri address) =>
        new Card(Texts.Plain("ConsentTitle")).Text(Texts.Plain("ConsentWhy")).OpenUrl(Texts.Plain("ConsentButton"), address);
}

/// <summary>A link by which one person can consent.</summary>
/// <param name="Ticket">What it is known by.</param>
internal sealed record ConsentLink(Uri Address, string Ticket);

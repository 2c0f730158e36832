using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>Shows consent pages, and takes what people answer at <c>/consent</c>, which Webex has on another host.</summary>
internal sealed class ConsentPages(World world, ConsentRequests requests)
{
    /// <summary>Inside the world's lock.</summary>
    public Page Show(HttpContext http, Consent consent) => ConsentPage.Of(consent, requests.Show(http, consent), Accounts());

    /// <summary>An answer that cannot be taken leaves the page as it is: somebody may go back and choose again.</summary>
    public IResult Answer(HttpContext http, Fields form)
    {
        lock (world.Gate)
        {
            var number = form.Filled("request");
            if (requests.Find(http, number) is not { } consent) return Page.Message("Nothing to answer", OAuthTexts.RequestIsOver, StatusCodes.Status400BadRequest);
            var person = form.Filled("account") is { } email ? Accounts().FirstOrDefault(account => account.Email == email) : null;
            var isAccepted = form.Text("decision") is "accept";
            if (isAccepted && person is null) return Page.Message("Nobody chosen", OAuthTexts.NobodyChosen, StatusCodes.Status400BadRequest);
            requests.Remove(number!);
            return (isAccepted ? consent.Accept(person!) : consent.Decline()) is { } address
                ? Results.Redirect(address)
                : Page.Message(isAccepted ? "Accepted" : "Declined", "You can go back to your device.");
        }
    }

    private IEnumerable<Person> Accounts() => world.People.All.Where(person => person.CanLogIn);
}

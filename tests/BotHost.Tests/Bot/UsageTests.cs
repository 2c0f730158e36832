using BotHost.Bot;

namespace BotHost.Tests.Bot;

public sealed class UsageTests
{
    private enum Size
    {
        Small,
        ExtraLarge,
    }

    public static TheoryData<string, Delegate> Signatures => new()
    {
        { "x", () => "" },
        { "x", (BotContext context, Person sender, Room room, CancellationToken cancellationToken, ISpaces spaces) => "" },
        { "x [sides]", (int sides = 6) => "" },
        { "x <number>", (int number) => "" },
        { "x <first name> [text]", (string firstName, string? text) => "" },
        { "x <small|extra-large>", (Size size) => "" },
        { "x <email…> [in \"Title\"] [--moderator]", ([After("in")] string? title, bool moderator, [Label("email")] params PersonRef[] people) => "" },
        { "x <words…>", (params string[] words) => "" },
        { "x [words…]", (string[]? words) => "" },
        { "x @who [@others…]", (Mention who, Mention[]? others) => "" },
        { "x <name> to <floor> --due <date> [--owner <text>] [--dry-run]", (string name, [After("to")] int floor, bool dryRun, [Option] DateOnly due, [Option] string? owner) => "" },
        { "x [--room <title>] [--size <small|extra-large>] [--times <number>] [--for <duration>] [--who <email>]", ([Option] [Label("title")] string? room, [Option] Size? size, [Option] int? times, [Option] TimeSpan? @for, [Option] PersonRef? who) => "" },
    };

    [Theory]
    [MemberData(nameof(Signatures), DisableDiscoveryEnumeration = true)]
    public void Usage_is_made_from_the_signature(string usage, Delegate handler)
    {
        var bot = new Chat(bot => bot.Command("x", handler));

        bot.Table.Catalogue.Commands.ShouldHaveSingleItem().Usage.ShouldBe(usage);
    }
}

using System.Text.RegularExpressions;
using BotHost.Testing;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Readme;

/// <summary>What the pages about state, time and conversations show is compiled, and does what they say.</summary>
public sealed partial class TalkDocsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("state.md")]
    public void Their_code_is_that_of_a_file_that_compiles(string page)
    {
        var compiled = Dedent(File.ReadAllText(Path.Combine(Repository.Root, "tests", "BotHost.Tests", "Readme", "TalkSnippets.cs")));

        foreach (Match code in Fences().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "BotHost", "docs", page))))
            compiled.ShouldContain(Dedent(code.Groups[1].Value).Trim());
    }

    [Fact(Timeout = 60_000)]
    public async Task Settings_are_remembered()
    {
        await using var bot = await TestBot.StartAsync(TalkSnippets.MapState, cancellationToken: Cancelled);
        var alice = bot.Person("alice@example.com");

        (await alice.SayAsync("units kelvin", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("From celsius to kelvin.");
        (await alice.SayAsync("units celsius", Cancelled)).ShouldHaveSingleItem().Text.ShouldBe("From kelvin to celsius.");
    }

    private static string Dedent(string code) => Indent().Replace(code, "");

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex Indent();
}

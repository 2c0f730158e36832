using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Languages;

/// <summary>What the bot says by itself is there in each language, whole.</summary>
public sealed partial class TextsTests
{
    private static readonly Dictionary<string, string> English = Read("English"), German = Read("German");

    [Fact]
    public void Each_text_is_there_in_both_languages() => German.Keys.Order().ShouldBe(English.Keys.Order());

    [Theory]
    [MemberData(nameof(Keys))]
    public void Its_holes_are_the_same(string key) =>
        Holes().Matches(German[key]).Select(hole => hole.Value).Distinct().Order()
            .ShouldBe(Holes().Matches(English[key]).Select(hole => hole.Value).Distinct().Order());

    [Fact]
    public void Each_text_is_asked_for_somewhere_and_each_that_is_asked_for_is_there()
    {
        var code = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "BotHost"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).ToList();

        code.SelectMany(text => Asked().Matches(text)).Select(asked => asked.Groups["key"].Value).Distinct().Except(English.Keys).ShouldBeEmpty();
        English.Keys.Where(key => !code.Exists(text => text.Contains($"\"{key}\"", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void German_addresses_nobody_formally() =>
        German.Where(text => Formal().IsMatch(text.Value)).Select(text => text.Key).ShouldBeEmpty();

    public static TheoryData<string> Keys => [.. English.Keys];

    private static Dictionary<string, string> Read(string language) =>
        new ResourceManager($"BotHost.Bot.Texts.{language}", typeof(BotHostApp).Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Holes();

    [GeneratedRegex("""\b(?:Say\(|Plain\(|SayIn\(\w+, )"(?<key>\w+)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b")]
    private static partial Regex Formal();
}

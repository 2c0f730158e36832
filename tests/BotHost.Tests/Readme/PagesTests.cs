using System.Text.RegularExpressions;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Readme;

/// <summary>The C# on every page is that of a file that compiles, and every link to a file of ours leads to one.</summary>
public sealed partial class PagesTests
{
    /// <summary>Each file with its lines' indent taken away.</summary>
    private static readonly Lazy<IReadOnlyList<string>> Sources = new(() => [.. Files("*.cs").Select(file => Dedent(File.ReadAllText(file)))]);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_code_compiles(string page)
    {
        foreach (Match code in Fences().Matches(Read(page)))
        {
            var snippet = Dedent(code.Groups[1].Value).Trim();
            Sources.Value.ShouldContain(source => source.Contains(snippet, StringComparison.Ordinal), $"No file has this code of {page}:\n{snippet}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_links_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;

        Links().Matches(Code().Replace(Read(page), "")).Select(link => link.Groups[1].Value).Where(link => !Path.Exists(Path.Combine(folder, link))).ShouldBeEmpty();
    }

    public static TheoryData<string> Pages => [.. Files("*.md").Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Files(string pattern) =>
        new[] { "src", "tests", "deploy" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, pattern))
            .Where(file => !Built().IsMatch(Path.GetRelativePath(Repository.Root, file)));

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page));

    private static string Dedent(string code) => Indent().Replace(code, "");

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?!\w+:|#)([^)#\s]+)")]
    private static partial Regex Links();

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex Indent();

    [GeneratedRegex(@"(^|[/\\])(bin|obj|node_modules|artifacts)[/\\]")]
    private static partial Regex Built();
}

using System.Text.RegularExpressions;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Readme;

/// <summary>The code on the pages about routes is that of files that compile.</summary>
public sealed partial class PagesTests
{
    private static readonly string[] Folders = ["src/BotHost", "src/BotHost.Testing", "src/Playground", "tests/BotHost.Tests", "tests/FirstBot"];

    private static readonly Lazy<IReadOnlyList<string>> Sources = new(() =>
    [
        .. Folders.Select(folder => Path.Combine(Repository.Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)).Select(file => Dedent(File.ReadAllText(file))),
    ]);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_snippet_is_in_a_file_that_compiles(string page)
    {
        var snippets = Fences().Matches(File.ReadAllText(Path.Combine(Docs, page))).Select(match => Dedent(match.Groups[1].Value).Trim()).ToList();

        foreach (var snippet in snippets)
            Sources.Value.ShouldContain(source => source.Contains(snippet), snippet);
    }

    public static TheoryData<string> Pages => ["routes.md", "arguments.md", "middleware.md", "hooks.md"];

    private static string Docs => Path.Combine(Repository.Root, "src", "BotHost", "docs");

    private static string Dedent(string code) => Indent().Replace(code, "");

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex Indent();
}

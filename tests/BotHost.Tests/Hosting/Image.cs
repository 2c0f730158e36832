using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BotHost.Tests.Hosting;

/// <summary>
/// Keeps a Dockerfile honest without a container engine: what it publishes is published, to be started with its command and its
/// environment from another folder, where nothing but the published output can help it.
/// </summary>
internal sealed partial class Image : IDisposable
{
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("bothost-publish-");
    private readonly string _recipe;

    private Image(string recipe) => _recipe = recipe;

    public string Folder => _output.FullName;

    public string Program => Path.Combine(Folder, EntryPoint().Match(_recipe).Groups[1].Value);

    /// <summary>What ENV sets.</summary>
    public IReadOnlyList<(string Key, string Value)> Environment =>
        [.. Settings().Matches(Env().Match(_recipe).Value).Select(setting => (setting.Groups[1].Value, setting.Groups[2].Value.Trim('"')))];

    /// <summary>The port it says it listens on.</summary>
    public string Port => Expose().Match(_recipe).Groups[1].Value;

    /// <summary>What its build copies and is not there.</summary>
    public IEnumerable<string> MissingSources => Copied().Matches(_recipe).SelectMany(copy => copy.Groups[1].Value.Split(' ')[..^1])
        .Where(source => !Path.Exists(Path.Combine(Repository.Root, source)));

    public static async Task<Image> PublishAsync(string dockerfile, CancellationToken cancellationToken)
    {
        var image = new Image(await File.ReadAllTextAsync(Path.Combine(Repository.Root, dockerfile), cancellationToken));
        // Restored and analysed with the repository already; the image does that for itself.
        var command = Publish().Match(image._recipe).Groups[1].Value.Replace("/app", image.Folder) + " -p:RunAnalyzers=false";
        var publish = Process.Start(new ProcessStartInfo("dotnet", [.. command.Split(' ')])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync(cancellationToken);
        await publish.WaitForExitAsync(cancellationToken);
        publish.ExitCode.ShouldBe(0, said);
        return image;
    }

    public void Dispose() => _output.Delete(recursive: true);

    [GeneratedRegex(@"RUN dotnet (publish .*?) \\")]
    private static partial Regex Publish();

    [GeneratedRegex(@"^ENV ((?:.*\\\n)*.*)", RegexOptions.Multiline)]
    private static partial Regex Env();

    [GeneratedRegex("""([A-Za-z_]+)=("[^"]*"|\S+)""")]
    private static partial Regex Settings();

    [GeneratedRegex("""ENTRYPOINT \["dotnet", "(.*)"\]""")]
    private static partial Regex EntryPoint();

    [GeneratedRegex(@"^EXPOSE (\d+)", RegexOptions.Multiline)]
    private static partial Regex Expose();

    [GeneratedRegex(@"^COPY (?!--from)(.*)$", RegexOptions.Multiline)]
    private static partial Regex Copied();
}

using System.Diagnostics;
using BotHost.Tests.Hosting;

namespace BotHost.Tests.Agents.Conformance;

/// <summary>Other people's programs in <c>tests/Agents</c>, installed once; nothing of them is in this repository.</summary>
internal static class NodePackages
{
    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Agents");

    /// <summary>Skips the test where they cannot be had.</summary>
    public static async Task NeedAsync()
    {
        Needs.Program("node", "nodejs");
        Needs.Program("npm", "npm");
        if (await Installed.Value is { } problem)
            Needs.OrSkip($"the packages of tests/Agents, which npm could not install: {problem}");
    }

    /// <summary>Runs a program of Node.js to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments) =>
        await RunAsync("node", arguments, cancellationToken);

    private static async Task<string?> InstallAsync()
    {
        // What is there may be of older versions.
        var (stamp, wanted) = (Path.Combine(Folder, "node_modules", ".installed"), await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json")));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
            return null;
        var (code, output) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], CancellationToken.None);
        if (code != 0)
            return output;
        await File.WriteAllTextAsync(stamp, wanted);
        return null;
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}

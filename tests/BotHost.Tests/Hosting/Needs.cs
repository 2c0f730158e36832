namespace BotHost.Tests.Hosting;

/// <summary>What a test needs of the machine. Where it is missing the test is skipped; a CI run installs it, so there it fails.</summary>
internal static class Needs
{
    public static void Program(string name, string package)
    {
        _ = Found(Folders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, name))), name, package);
    }

    /// <summary>The folder of PostgreSQL's programs, which Debian keeps off the path.</summary>
    public static string PostgreSql()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(v => Path.Combine(v, "bin")) : [];
        return Found(versions.Concat(Folders()).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb"))), "PostgreSQL", "postgresql");
    }

    private static string[] Folders() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);

    private static string Found(string? where, string name, string package)
    {
        if (where is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"needs {name}, which .ci/run installs with the package {package}");
        Assert.SkipWhen(where is null, $"needs {name}: install the package {package}");
        return where!;
    }
}

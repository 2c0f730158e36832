using BotHost.Benchmarks;

namespace BotHost.Tests.Hosting;

/// <summary>What a test needs of the machine. Where it is missing the test is skipped; a CI run installs it, so there it fails.</summary>
internal static class Needs
{
    public static void Program(string name, string package)
    {
        _ = Found(Folders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, name))), name, package);
    }

    /// <summary>The browser's program.</summary>
    public static string Chromium() => Found(Folders().Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists), "Chromium", "chromium");

    public static void PostgreSql() => _ = Found(PostgresServer.Programs, "PostgreSQL", "postgresql");

    /// <summary>A PostgreSQL of the test's own.</summary>
    public static Task<PostgresServer> StartPostgreSqlAsync(CancellationToken cancellationToken)
    {
        PostgreSql();
        return PostgresServer.StartAsync(cancellationToken);
    }

    /// <summary>Skips the test; in a CI run, which has everything, it fails.</summary>
    public static void OrSkip(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail("needs " + what);
        Assert.Skip("needs " + what);
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

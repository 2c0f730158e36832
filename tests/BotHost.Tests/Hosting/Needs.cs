namespace BotHost.Tests.Hosting;

/// <summary>What a test needs of the machine. Where it is missing the test is skipped; a CI run installs it, so there it fails.</summary>
internal static class Needs
{
    public static void Program(string name, string package)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
        if (!found && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"needs {name}, which .ci/run installs with the package {package}");
        Assert.SkipUnless(found, $"needs {name}: install the package {package}");
    }
}

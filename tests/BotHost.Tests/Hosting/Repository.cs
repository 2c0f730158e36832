namespace BotHost.Tests.Hosting;

/// <summary>Where the sources are that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The configuration and framework these tests were built for: <c>Debug/net10.0</c>.</summary>
    public static string BuiltAs { get; } = string.Join('/', AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..]);

    public static string Program(string project) => Path.Combine(Root, "src", project, "bin", BuiltAs, project + ".dll");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BotHost.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("These tests run from their own repository: there is no BotHost.sln above them.");
    }
}

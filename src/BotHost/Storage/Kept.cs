namespace BotHost.Storage;

/// <summary>Little things the host remembers by name, in the table <c>kept</c>.</summary>
internal static class Kept
{
    public static string? Read(WriteSession session, string name) =>
        (string?)session.Scalar("SELECT value FROM kept WHERE name = @name", ("@name", name));

    public static void Write(WriteSession session, string name, string value) => session.Execute(
        "INSERT INTO kept (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        ("@name", name), ("@value", value));

    public static void Forget(WriteSession session, string name) => session.Execute("DELETE FROM kept WHERE name = @name", ("@name", name));
}

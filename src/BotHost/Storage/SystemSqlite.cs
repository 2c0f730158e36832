using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace BotHost.Storage;

/// <summary>
/// Chooses the SQLite engine: on Linux the system's, which the distribution keeps patched; the bundled one (3.35.5, of 2021)
/// only where there is no other.
/// </summary>
internal static class SystemSqlite
{
    private static readonly Lazy<string> Loaded = new(Initialise);

    /// <summary>The engine's version, loading it on first use: "3.40.1", with " (bundled)" behind it for the fall-back.</summary>
    public static string Version => Loaded.Value;

    private static string Initialise()
    {
        var bundled = true;
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle))
        {
            bundled = false;
            NativeLibrary.SetDllImportResolver(
                Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"),
                (name, _, _) => name == "e_sqlite3" ? handle : IntPtr.Zero);
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return raw.sqlite3_libversion().utf8_to_string() + (bundled ? " (bundled)" : "");
    }
}

using System.Diagnostics;

namespace BotHost.Benchmarks;

/// <summary>Servers as processes of their own: this program, started again to serve.</summary>
internal static class Processes
{
    public static Process Serve(params string[] what) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve", .. what]))!;
}

using System.Buffers.Text;
using System.Text;

namespace BotHost.Tests.Simulator;

/// <summary>Looks into ids, which a client never should.</summary>
internal static class Ids
{
    public static string KeyOf(string id) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)).Split('/', 5)[4];

    public static string Make(string type, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"ciscospark://us/{type}/{key}"));
}

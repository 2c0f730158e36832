using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotHost.Identities;
using BotHost.Storage;
using Dapper;
using Microsoft.AspNetCore.WebUtilities;

namespace BotHost.Operations;

/// <summary>Somebody who proved in a browser to be an operator.</summary>
/// <param name="Id">Known to nobody but the host: the browser has it locked.</param>
/// <param name="Token">The hash of the token it was begun with.</param>
/// <param name="Host">The name and port the browser knew the page by.</param>
internal sealed record AdminSession(string Id, string Token, string Host, DateTimeOffset Until)
{
    /// <summary>What each of its forms carries: whoever makes a form of another page cannot know it.</summary>
    public string FormToken { get; } = WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Id), "form"u8));

    public bool IsFormToken(string? said) =>
        said is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(said)), SHA256.HashData(Encoding.UTF8.GetBytes(FormToken)));

    /// <summary>The id stays where it is.</summary>
    public override string ToString() => "Session";
}

/// <summary>
/// Sessions are locked with the keys that are in the store, and kept by browsers: they outlast a restart and count on every host of a store. One is over after eight
/// hours, when it is ended, and when the token is another.
/// </summary>
internal sealed class AdminSessions(AdminToken token, TokenVault vault, Database database, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);

    private const string Purpose = "BotHost.Page", EndedName = "page session ended ";

    /// <summary>What the browser is to keep; null where <paramref name="said"/> is not the token.</summary>
    public string? Begin(string said, string host)
    {
        if (!token.Is(said) || token.Mark is not { } mark)
            return null;
        var until = (time.GetUtcNow() + Life).ToUnixTimeMilliseconds();
        return WebEncoders.Base64UrlEncode(vault.Lock(string.Create(CultureInfo.InvariantCulture, $"{Secrets.New()} {mark} {until} {host}"), Purpose));
    }

    /// <summary>The session a browser has kept, if it still counts, and at this address. A page that makes another name stand for this machine has none.</summary>
    /// <exception cref="StoreException">Nobody can tell.</exception>
    public AdminSession? Find(string? kept, string host)
    {
        if (Read(kept) is not { } session || session.Until <= time.GetUtcNow() || session.Token != token.Mark || !session.Host.Equals(host, StringComparison.OrdinalIgnoreCase))
            return null;
        return database.Read(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM kept WHERE name = @name", new { name = NameOf(session) })) == 0 ? session : null;
    }

    /// <summary>Ends it, also for whoever copied what the browser kept. What was ended and is over by itself is forgotten.</summary>
    public void End(WriteSession session, AdminSession ended)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var over in session.Rows<EndedRow>($"SELECT name AS Name, value AS Until FROM kept WHERE name LIKE '{EndedName}%'")
            .Where(row => long.Parse(row.Until, CultureInfo.InvariantCulture) <= now))
            Kept.Forget(session, over.Name);
        Kept.Write(session, NameOf(ended), ended.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }

    private static string NameOf(AdminSession session) => EndedName + Secrets.Hash(session.Id);

    private AdminSession? Read(string? kept)
    {
        if (kept is not { Length: > 0 and <= 2048 } || Bytes(kept) is not { } locked || vault.Unlock(locked, Purpose)?.Split(' ') is not [var id, var mark, var until, var host])
            return null;
        return new AdminSession(id, mark, host, DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(until, CultureInfo.InvariantCulture)));
    }

    private static byte[]? Bytes(string kept)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(kept);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed class EndedRow
    {
        public string Name { get; init; } = "";
        public string Until { get; init; } = "";
    }
}

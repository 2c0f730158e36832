using System.Xml.Linq;
using BotHost.Storage;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace BotHost.Identities;

/// <summary>The keys that lock tokens, kept in the store beside them: all hosts of one store have the same.</summary>
internal sealed class KeyRing(Database database, TimeProvider time) : IXmlRepository
{
    /// <summary>By which another ring is known to be another.</summary>
    public string Names() => string.Join('\n', database.Read(connection => connection.Query<string>("SELECT name FROM key_ring ORDER BY name").AsList()));

    public IReadOnlyCollection<XElement> GetAllElements() =>
        database.Read(connection => connection.Query<string>("SELECT xml FROM key_ring ORDER BY added_at, name").Select(XElement.Parse).ToList());

    public void StoreElement(XElement element, string friendlyName) => database.WriteAsync(session => session.Execute(
        "INSERT INTO key_ring (name, xml, added_at) VALUES (@name, @xml, @now) ON CONFLICT (name) DO NOTHING",
        ("@name", friendlyName), ("@xml", element.ToString(SaveOptions.DisableFormatting)), ("@now", time.GetUtcNow().ToUnixTimeMilliseconds())))
        .GetAwaiter().GetResult();
}

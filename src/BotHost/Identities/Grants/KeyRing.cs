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

    /// <summary>Each key by its name.</summary>
    public IReadOnlyList<(string Name, XElement Key)> All() =>
        database.Read(connection => connection.Query<(string Name, string Xml)>("SELECT name, xml FROM key_ring ORDER BY name").Select(row => (row.Name, XElement.Parse(row.Xml))).ToList());

    /// <summary>Puts the same key in place of one, locked otherwise.</summary>
    public Task ReplaceAsync(string name, XElement key, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute("UPDATE key_ring SET xml = @xml WHERE name = @name", ("@xml", key.ToString(SaveOptions.DisableFormatting)), ("@name", name)),
        cancellationToken: cancellationToken);

    public void StoreElement(XElement element, string friendlyName) => database.WriteAsync(session => session.Execute(
        "INSERT INTO key_ring (name, xml, added_at) VALUES (@name, @xml, @now) ON CONFLICT (name) DO NOTHING",
        ("@name", friendlyName), ("@xml", element.ToString(SaveOptions.DisableFormatting)), ("@now", time.GetUtcNow().ToUnixTimeMilliseconds())))
        .GetAwaiter().GetResult();
}

using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;

namespace BotHost.Access;

/// <summary>Writes the audit out: what is needed to read it, and to check its hashes elsewhere, as the page about the audit tells.</summary>
internal static class AuditExport
{
    private const int PageSize = 1000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A new file that only its owner can read.</summary>
    /// <exception cref="IOException">There is such a file, or it cannot be written.</exception>
    public static FileStream Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    /// <summary>Writes all of it, and over what an earlier try has written.</summary>
    /// <returns>How many rows.</returns>
    public static long Write(DbConnection connection, FileStream file)
    {
        file.SetLength(0);
        using var writer = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        foreach (var anchor in connection.Query<AuditAnchor>($"SELECT {AuditAnchor.Columns} FROM audit_anchors ORDER BY segment"))
            writer.WriteLine(JsonSerializer.Serialize(new { anchor }, Options));

        var rows = 0L;
        for (var next = 1L; AuditReader.Page(connection, next, PageSize) is { Count: > 0 } page; next = page[^1].Row.Number + 1)
        {
            foreach (var entry in page)
                writer.WriteLine(JsonSerializer.Serialize(new { row = entry.Row, names = entry.Details, sentence = AuditSentence.Of(entry) }, Options));
            rows += page.Count;
        }

        return rows;
    }
}

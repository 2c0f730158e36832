using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace BotHost.Access;

/// <summary>
/// What a row of the audit has that may name a person, apart from it, so that it can be erased. The row holds a hash of it. The salt goes with
/// the details: without it, nobody finds out by trying whom the hash stood for.
/// </summary>
internal sealed record AuditDetails
{
    public const string Columns =
        """
        number AS Number, salt AS Salt, identity AS Identity, identity_name AS IdentityName, title AS Title, person_id AS Person, person_name AS PersonName,
        approver_id AS Approver, subject AS Subject, said AS Said, approver_name AS ApproverName
        """;

    public long Number { get; init; }
    public string Salt { get; init; } = "";

    /// <summary>As whom Webex was called, as <see cref="WebexIdentity"/> spells it.</summary>
    public string? Identity { get; init; }
    public string? IdentityName { get; init; }

    /// <summary>The space's title. A direct space's is the other person's name.</summary>
    public string? Title { get; init; }
    public string? Person { get; init; }
    public string? PersonName { get; init; }
    public string? Approver { get; init; }

    /// <summary>Whose id may be made of a person's: a membership's is.</summary>
    public string? Subject { get; init; }
    public string? Said { get; init; }

    /// <summary>The name of <see cref="Approver"/> as of then. Rows of earlier versions have none, and their marks are made without.</summary>
    public string? ApproverName { get; init; }

    [JsonIgnore]
    public bool IsEmpty => Fields.All(text => text is null);

    [JsonIgnore]
    public string?[] Fields => [Identity, IdentityName, Title, Person, PersonName, Approver, Subject, Said, .. ApproverName is { } name ? [name] : Array.Empty<string>()];

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>What the row of the chain keeps of it. No key: it must be possible to check it behind an erasure of others.</summary>
    public string Mark() => AuditHash.Plain.Of(["details", Salt, .. Fields]);
}

using System.Text.Json;

namespace WebexSimulator.Model;

/// <summary>What an administrator writes about somebody. All of it is replaced at once.</summary>
internal sealed record PersonProfile
{
    public static readonly PersonProfile Nothing = new();

    public string? NickName { get; init; }
    public string? Avatar { get; init; }
    public IReadOnlyList<JsonElement> PhoneNumbers { get; init; } = [];
    public string? Extension { get; init; }
    public string? LocationId { get; init; }
    public string? Department { get; init; }
    public string? Manager { get; init; }
    public string? ManagerId { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<JsonElement> Addresses { get; init; } = [];
    public IReadOnlyList<string> SiteUrls { get; init; } = [];

    /// <summary>The keys of his licences; null are those everybody has.</summary>
    public IReadOnlyList<string>? Licences { get; init; }
    public bool LoginEnabled { get; init; } = true;
}

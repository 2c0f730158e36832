using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>Somebody who registered for a meeting.</summary>
internal sealed record Registrant : WebexItem
{
    public required RegistrantId Id { get; init; }

    public RegistrantStatus Status { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? JobTitle { get; init; }

    public string? CompanyName { get; init; }

    public string? Address1 { get; init; }

    public string? Address2 { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    [JsonConverter(typeof(LenientTextConverter))]
    public string? ZipCode { get; init; }

    public string? CountryRegion { get; init; }

    public string? WorkPhone { get; init; }

    public string? Fax { get; init; }

    public DateTimeOffset? RegistrationTime { get; init; }

    public IReadOnlyList<RegistrationAnswer> CustomizedQuestions { get => field ?? []; init; }

    public string? SourceId { get; init; }

    /// <summary>Of a webinar whose registrations have numbers.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? RegistrationId { get; init; }

    /// <summary>The id alone: names and addresses stay out of logs.</summary>
    public override string ToString() => $"Registrant {Id}";
}

/// <summary>What somebody answered to a question of the meeting's own.</summary>
internal sealed record RegistrationAnswer(long QuestionId, IReadOnlyList<ChosenAnswer> Answers);

/// <summary>One answer; of a question with check boxes there may be several.</summary>
internal sealed record ChosenAnswer(string Answer, long? OptionId = null);

/// <summary>Somebody to register. What else is needed, the meeting's form says. A meeting without registration is a 400.</summary>
internal sealed record NewRegistrant
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    /// <summary>Whether they are sent e-mail; so unless told.</summary>
    public bool? SendEmail { get; init; }

    public string? JobTitle { get; init; }

    public string? CompanyName { get; init; }

    public string? Address1 { get; init; }

    public string? Address2 { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    /// <summary>A number, so says the specification.</summary>
    public long? ZipCode { get; init; }

    public string? CountryRegion { get; init; }

    public string? WorkPhone { get; init; }

    public string? Fax { get; init; }

    public IReadOnlyList<RegistrationAnswer>? CustomizedQuestions { get; init; }

    /// <summary>Nothing of it: names and addresses stay out of logs.</summary>
    public override string ToString() => "New registrant";
}

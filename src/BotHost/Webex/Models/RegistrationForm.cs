using System.Text.Json.Serialization;

namespace BotHost.Webex;

/// <summary>What whoever registers for a meeting has to say. Webex does not offer it for a meeting that recurs, nor for one without a password.</summary>
internal sealed record RegistrationForm
{
    public bool? AutoAcceptRequest { get; init; }

    public bool? RequireFirstName { get; init; }

    public bool? RequireLastName { get; init; }

    public bool? RequireEmail { get; init; }

    public bool? RequireJobTitle { get; init; }

    public bool? RequireCompanyName { get; init; }

    public bool? RequireAddress1 { get; init; }

    public bool? RequireAddress2 { get; init; }

    public bool? RequireCity { get; init; }

    public bool? RequireState { get; init; }

    public bool? RequireZipCode { get; init; }

    public bool? RequireCountryRegion { get; init; }

    public bool? RequireWorkPhone { get; init; }

    public bool? RequireFax { get; init; }

    /// <summary>Of a webinar: whether a registration has a number, with which one joins.</summary>
    public bool? EnabledRegistrationId { get; init; }

    public int? MaxRegisterNum { get; init; }

    public IReadOnlyList<RegistrationQuestion>? CustomizedQuestions { get; init; }

    public IReadOnlyList<RegistrationRule>? Rules { get; init; }
}

/// <summary>A question of the meeting's own.</summary>
/// <param name="Type">Such as <c>singleLineTextBox</c> or <c>checkbox</c>.</param>
/// <param name="Id">Webex's; the specification calls it a number and shows a string.</param>
internal sealed record RegistrationQuestion(
    string Question,
    string Type,
    bool? Required = null,
    int? MaxLength = null,
    IReadOnlyList<QuestionOption>? Options = null,
    IReadOnlyList<RegistrationRule>? Rules = null,
    [property: JsonConverter(typeof(LenientTextConverter))] string? Id = null);

/// <summary>One of the answers to choose from.</summary>
internal sealed record QuestionOption(string Value, [property: JsonConverter(typeof(LenientTextConverter))] string? Id = null);

/// <summary>Which answers decide about a registration without the host.</summary>
/// <param name="Condition">Such as <c>contains</c> or <c>equals</c>.</param>
/// <param name="Result"><c>approve</c> or <c>reject</c>.</param>
/// <param name="Question">Which of the form's own fields it looks at; null in a rule of one question.</param>
internal sealed record RegistrationRule(string Condition, string Value, string Result, bool? MatchCase = null, string? Question = null, int? Order = null);

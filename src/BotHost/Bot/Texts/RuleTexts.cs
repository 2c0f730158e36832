using System.ComponentModel.DataAnnotations;
using static BotHost.Bot.Texts;

namespace BotHost.Bot;

/// <summary>What is said of a value that breaks a rule: the author's own words where there are some, else ours.</summary>
internal static class RuleTexts
{
    public static string Of(ValidationAttribute rule, string label) => rule switch
    {
        { ErrorMessageResourceName: not null } => rule.FormatErrorMessage(label),
        // These have a message of their own from the start.
        EmailAddressAttribute when rule.ErrorMessage == new EmailAddressAttribute().ErrorMessage => Plain("RuleEmail", label),
        UrlAttribute when rule.ErrorMessage == new UrlAttribute().ErrorMessage => Plain("RuleUrl", label),
        PhoneAttribute when rule.ErrorMessage == new PhoneAttribute().ErrorMessage => Plain("RulePhone", label),
        { ErrorMessage: not null } => rule.FormatErrorMessage(label),
        RangeAttribute { MinimumIsExclusive: false, MaximumIsExclusive: false } range => Plain("RuleRange", label, range.Minimum, range.Maximum),
        StringLengthAttribute { MinimumLength: 0 } length => Plain("RuleLongest", label, length.MaximumLength),
        StringLengthAttribute length => Plain("RuleLength", label, length.MinimumLength, length.MaximumLength),
        RegularExpressionAttribute pattern => Plain("RulePattern", label, pattern.Pattern),
        _ => rule.FormatErrorMessage(label),
    };
}

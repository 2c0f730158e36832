using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace BotHost.Bot;

/// <summary>
/// What a field's value must be beyond its type: the validation attributes of <c>System.ComponentModel.DataAnnotations</c> on the record's
/// parameter or its property. The client is shown what it can check by itself, and all of it is checked again here.
/// </summary>
internal sealed class FieldRules
{
    private readonly List<(ValidationAttribute Attribute, Regex? Pattern)> _rules = [];

    private FieldRules(DisplayAttribute? display) => Display = display;

    /// <summary>What it is called, and what stands in it while it is empty.</summary>
    public DisplayAttribute? Display { get; }

    public RequiredAttribute? Required { get; private set; }

    public RangeAttribute? Range { get; private set; }

    public int? MaxLength { get; private set; }

    /// <summary>For the client, which knows no whole match.</summary>
    public string? Pattern { get; private set; }

    public TextInputKind Kind { get; private set; }

    /// <summary>The rules of a parameter. What cannot be is reported.</summary>
    public static FieldRules Of(ParameterInfo parameter, Action<string> problem)
    {
        var (type, isMany) = parameter.Element();
        var attributes = parameter.GetCustomAttributes()
            .Concat((parameter.Member.DeclaringType?.GetProperty(parameter.Name!))?.GetCustomAttributes() ?? []).ToList();
        var rules = new FieldRules(attributes.OfType<DisplayAttribute>().FirstOrDefault());
        foreach (var attribute in attributes.OfType<ValidationAttribute>())
        {
            try
            {
                rules.Add(attribute, Sample(isMany ? parameter.ParameterType : Nullable.GetUnderlyingType(type) ?? type), isMany);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or InvalidCastException or NotSupportedException or FormatException or OverflowException)
            {
                problem(
                    $"The parameter \"{parameter.Name}\" has [{attribute.GetType().Name.Replace("Attribute", "")}], which does not fit {TypeNames.Of(parameter.ParameterType)}: " +
                    $"{e.Message.Split('\n')[0]} Correct or remove it.");
            }
        }

        return rules;
    }

    /// <summary>What is wrong with a value that was read, one sentence each.</summary>
    public IEnumerable<string> Refusals(object value, string label) => _rules
        .Where(rule => !Fits(rule.Attribute, rule.Pattern, value))
        .Select(rule => RuleTexts.Of(rule.Attribute, label));

    /// <summary>What the client says where it does not submit; null where the usual will do.</summary>
    public string? ErrorOf(string label) =>
        _rules.Count == 0 && Required?.ErrorMessage is null ? null
            : string.Join(' ', _rules.Select(rule => RuleTexts.Of(rule.Attribute, label)).Prepend(Required is { } required ? MissingOf(required, label) : null).OfType<string>());

    public string MissingOf(RequiredAttribute required, string label) =>
        required.ErrorMessage is null ? BotTexts.PleaseFillIn(label) + "." : required.FormatErrorMessage(label);

    private static bool Fits(ValidationAttribute attribute, Regex? pattern, object value)
    {
        if (attribute is StringLengthAttribute or MaxLengthAttribute or MinLengthAttribute or LengthAttribute || value is string || value is not IEnumerable many)
        {
            return pattern is null ? attribute.IsValid(value) : pattern.IsMatch(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }

        return many.Cast<object>().All(one => Fits(attribute, pattern, one));
    }

    /// <summary>Something of the type, to see whether a rule can judge it at all.</summary>
    private static object Sample(Type type) =>
        type == typeof(string) ? "a" : type.IsSZArray ? Array.CreateInstance(type.GetElementType()!, 0) : RuntimeHelpers.GetUninitializedObject(type);

    private void Add(ValidationAttribute attribute, object sample, bool isMany)
    {
        Regex? pattern = null;
        switch (attribute)
        {
            case RequiredAttribute required:
                Required = required;
                return;
            case RangeAttribute range:
                range.ParseLimitsInInvariantCulture = range.ConvertValueInInvariantCulture = true;
                Range = isMany ? null : range;
                if (!sample.GetType().IsAssignableTo(typeof(IComparable)) || sample is string)
                {
                    throw new InvalidOperationException("It has no order that a range could be of.");
                }

                break;
            case RegularExpressionAttribute expression:
                // What people send must not be able to keep a processor busy.
                pattern = new Regex($@"\A(?:{expression.Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
                Pattern = isMany ? null : $"^(?:{expression.Pattern})$";
                break;
            case StringLengthAttribute { MaximumLength: var most }:
                MaxLength = isMany ? null : most;
                break;
            case MaxLengthAttribute { Length: > 0 and var most }:
                MaxLength = isMany ? null : most;
                break;
            case LengthAttribute { MaximumLength: var most }:
                MaxLength = isMany ? null : most;
                break;
            case EmailAddressAttribute:
                Kind = TextInputKind.Email;
                break;
            case UrlAttribute:
                Kind = TextInputKind.Url;
                break;
            case PhoneAttribute:
                Kind = TextInputKind.Tel;
                break;
        }

        if (pattern is null)
        {
            attribute.IsValid(sample);
        }

        _rules.Add((attribute, pattern));
    }
}

/// <summary>Why a field was refused.</summary>
/// <param name="Id">The input.</param>
/// <param name="Text">What is wrong, for the person.</param>
internal readonly record struct FieldRefusal(string Id, MarkdownText Text);

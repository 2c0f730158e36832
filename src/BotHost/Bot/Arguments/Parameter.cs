using System.Reflection;

namespace BotHost.Bot;

/// <summary>Where a handler's parameter comes from.</summary>
internal enum ParameterKind
{
    /// <summary>The turn itself.</summary>
    Turn,

    /// <summary>The container.</summary>
    Service,

    /// <summary>One word, from left to right.</summary>
    Word,

    /// <summary>All words that remain.</summary>
    Many,

    /// <summary>The rest of the text as it stands.</summary>
    Rest,

    /// <summary><c>--name</c>.</summary>
    Flag,

    /// <summary><c>--name value</c>.</summary>
    Option,

    /// <summary><c>… keyword value</c> at the end.</summary>
    Clause,

    /// <summary>What came with the message.</summary>
    File,

    /// <summary>One input of a card.</summary>
    Field,

    /// <summary>Several inputs of a card.</summary>
    Record,

    /// <summary>What was handed over when the turn was scheduled.</summary>
    Payload,
}

/// <summary>A handler's parameter and where it comes from.</summary>
internal sealed record Parameter(ParameterInfo Info, ParameterKind Kind)
{
    private Caption? _caption;

    public int Position => Info.Position;

    /// <summary>What people call it, in the language of the turn. Most are never asked for.</summary>
    public string Label => (_caption ??= Info.Caption()).Told;

    public bool IsOptional { get; } = Kind is not (ParameterKind.Turn or ParameterKind.Service) && Info.IsOptional();

    public object? Default { get; } = Info.DefaultOf();

    /// <summary>How one word is read; set for what is read from words.</summary>
    public Scalar? Scalar { get; init; }

    /// <summary>Whether it is read by what time it is where the person is.</summary>
    public bool NeedsClock => Scalar is { NeedsClock: true } || Field is { Scalar.NeedsClock: true }
        || Record?.Fields.Any(one => one.Scalar.NeedsClock) == true;

    public Field? Field { get; init; }

    public RecordShape? Record { get; init; }

    /// <summary>The word that introduces a <see cref="ParameterKind.Clause"/>.</summary>
    public string Keyword { get; init; } = "";

    /// <summary>The name behind the dashes of a flag or option.</summary>
    public string Dashed => Words.Kebab(Info.Name!);
}

namespace BotHost.Bot;

/// <summary>How large a text is.</summary>
public enum TextSize
{
    /// <summary>As the client likes.</summary>
    Default,

    /// <summary>Smaller.</summary>
    Small,

    /// <summary>Larger.</summary>
    Medium,

    /// <summary>A heading.</summary>
    Large,

    /// <summary>A title.</summary>
    ExtraLarge,
}

/// <summary>How heavy a text is.</summary>
public enum TextWeight
{
    /// <summary>As the client likes.</summary>
    Default,

    /// <summary>Thin.</summary>
    Lighter,

    /// <summary>Bold.</summary>
    Bolder,
}

/// <summary>What a text's colour means; the client's theme decides the shade.</summary>
public enum CardColor
{
    /// <summary>As the client likes.</summary>
    Default,

    /// <summary>Dark, whatever the theme.</summary>
    Dark,

    /// <summary>Light, whatever the theme.</summary>
    Light,

    /// <summary>Emphasised.</summary>
    Accent,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Look here.</summary>
    Warning,

    /// <summary>Something is wrong.</summary>
    Attention,
}

/// <summary>The background of a container or column.</summary>
public enum CardStyle
{
    /// <summary>As the client likes.</summary>
    Default,

    /// <summary>Set off from the rest.</summary>
    Emphasis,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Something is wrong.</summary>
    Attention,

    /// <summary>Look here.</summary>
    Warning,

    /// <summary>Emphasised.</summary>
    Accent,
}

/// <summary>How far an element is from the one before it.</summary>
public enum CardSpacing
{
    /// <summary>As the client likes.</summary>
    Default,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>A little.</summary>
    Small,

    /// <summary>Somewhat more than usual.</summary>
    Medium,

    /// <summary>Far.</summary>
    Large,

    /// <summary>Very far.</summary>
    ExtraLarge,

    /// <summary>As far as the card's edge is from its content.</summary>
    Padding,
}

/// <summary>Where in its line something stands.</summary>
public enum CardAlign
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>Where in its height the content of a container or column stands.</summary>
public enum CardVerticalAlign
{
    /// <summary>At the top.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the bottom.</summary>
    Bottom,
}

/// <summary>How large a picture is.</summary>
public enum ImageSize
{
    /// <summary>Its own size, as far as there is room.</summary>
    Auto,

    /// <summary>As wide as there is room.</summary>
    Stretch,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,
}

/// <summary>What a button's look says of what it does.</summary>
public enum ButtonStyle
{
    /// <summary>As the client likes.</summary>
    Default,

    /// <summary>It goes on.</summary>
    Positive,

    /// <summary>It cannot be taken back.</summary>
    Destructive,
}

/// <summary>What a text field is for: phones show a keyboard to suit. Nothing is checked by it.</summary>
public enum TextInputKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A telephone number.</summary>
    Tel,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,
}

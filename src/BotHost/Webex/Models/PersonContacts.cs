namespace BotHost.Webex;

/// <summary>A telephone number of a person.</summary>
/// <param name="Type">Such as <c>work</c> or <c>mobile</c>.</param>
internal sealed record PhoneNumber(string? Type, string? Value, bool Primary);

/// <summary>An address a person can be called at over SIP.</summary>
/// <param name="Type">Such as <c>personal-room</c> or <c>enterprise</c>.</param>
internal sealed record SipAddress(string? Type, string? Value, bool Primary);

/// <summary>A postal address of a person.</summary>
internal sealed record PostalAddress(string? Type, string? Country, string? Locality, string? Region, string? StreetAddress, string? PostalCode);

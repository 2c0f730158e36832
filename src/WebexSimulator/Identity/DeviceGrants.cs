using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using WebexSimulator.Http;
using WebexSimulator.Model;

namespace WebexSimulator.Identity;

/// <summary>
/// Devices without a keyboard: each shows a code, which somebody types in elsewhere, and asks until he has. Not kept over a restart. Used
/// inside the world's lock.
/// </summary>
internal sealed class DeviceGrants(World world, GrantRegister grants, SimulatorSwitches switches)
{
    private const int Life = 300;
    private const int Interval = 2;
    private const int Slower = 5;

    private readonly Dictionary<string, Device> _devices = new(StringComparer.Ordinal);

    public DeviceAnswer Begin(Application application, IReadOnlyList<string> scopes, string verificationUri)
    {
        var now = world.Now();
        foreach (var (over, _) in _devices.Where(device => device.Value.Expires <= now).ToList()) _devices.Remove(over);
        string userCode;
        do userCode = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        while (WithUserCode(userCode) is not null);
        var deviceCode = OAuthToken.Secret();
        _devices.Add(deviceCode, new(application, scopes, userCode, now.AddSeconds(Life)) { Interval = Interval });
        return new(deviceCode, Life, userCode, verificationUri, $"{verificationUri}?user_code={userCode}", Interval);
    }

    /// <summary>What somebody is asked when he has typed in a code; null where it is none.</summary>
    public Consent? ConsentFor(string? userCode)
    {
        if (WithUserCode(userCode) is not { IsOver: false } device || device.Expires <= world.Now()) return null;
        return new(
            device.Application, device.Scopes, null,
            Accept: person =>
            {
                device.Accepted = person;
                return null;
            },
            Decline: () =>
            {
                device.IsDeclined = true;
                return null;
            });
    }

    /// <summary>The device's tokens, once somebody has allowed it.</summary>
    public TokenPair Redeem(Application application, string? deviceCode)
    {
        var now = world.Now();
        if (deviceCode is null || !_devices.TryGetValue(deviceCode, out var device) || device.Application.ClientId != application.ClientId || device.Expires <= now)
            throw Refusal.BadRequest(OAuthTexts.BadDeviceCode);
        if (device.IsDeclined) throw Refusal.BadRequest(OAuthTexts.DeviceDeclined);
        if (device.Accepted is not { } person)
        {
            var isTooSoon = device.Asked is { } last && now - last < TimeSpan.FromSeconds(device.Interval);
            device.Asked = now;
            if (!isTooSoon) throw new Refusal(StatusCodes.Status428PreconditionRequired, OAuthTexts.Pending);
            device.Interval += Slower;
            throw new Refusal(switches.DeviceSlowDownStatus, OAuthTexts.SlowDown);
        }
        _devices.Remove(deviceCode);
        if (world.People.WithKey(person.Key) is not { } current) throw Refusal.BadRequest(OAuthTexts.BadDeviceCode);
        return GrantedScopes.Beyond(current, device.Scopes) is { } scope
            ? throw Refusal.BadRequest(OAuthTexts.BeyondTheAccount(scope))
            : grants.Grant(current, application, device.Scopes);
    }

    public void Clear() => _devices.Clear();

    private Device? WithUserCode(string? userCode) => _devices.Values.FirstOrDefault(device => device.UserCode == userCode);

    private sealed class Device(Application application, IReadOnlyList<string> scopes, string userCode, DateTimeOffset expires)
    {
        public Application Application => application;

        public IReadOnlyList<string> Scopes => scopes;

        public string UserCode => userCode;

        public DateTimeOffset Expires => expires;

        /// <summary>In seconds.</summary>
        public required int Interval { get; set; }

        public DateTimeOffset? Asked { get; set; }

        public Person? Accepted { get; set; }

        public bool IsDeclined { get; set; }

        public bool IsOver => IsDeclined || Accepted is not null;
    }
}

/// <summary>What a device shows, and asks with. Times are in seconds.</summary>
internal sealed record DeviceAnswer(
    [property: JsonPropertyName("device_code")] string DeviceCode,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("user_code")] string UserCode,
    [property: JsonPropertyName("verification_uri")] string VerificationUri,
    [property: JsonPropertyName("verification_uri_complete")] string VerificationUriComplete,
    int Interval);

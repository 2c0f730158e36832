using System.Text.RegularExpressions;
using BotHost.Access;
using BotHost.Bot;
using BotHost.Journal;

namespace BotHost.Dispatch;

/// <summary>
/// Hooks, as a turn makes them. They are rows of our own, written together with the step's result: a step that was left open did nothing.
/// </summary>
internal sealed partial class TurnHooks(HookLedger hooks, PublicAddress address, TurnSteps steps, TimeProvider time) : IHooks
{
    public async Task<HookKey> AddAsync(RoomId room, string name, HookTemplate? template, bool isSigned, CancellationToken cancellationToken)
    {
        if (!Names().IsMatch(name))
            throw new ArgumentException(Texts.Plain("HookNameWrong"));
        var there = await KnownAsync(room, cancellationToken).ConfigureAwait(false);
        if (there.Any(hook => IsNamed(hook.Name, name)))
            throw new ArgumentException(Texts.Plain("HookNameTaken"));
        if (there.Count >= IHooks.MostPerSpace)
            throw new ArgumentException(Texts.Plain("HooksTooMany", there.Count));
        return await WriteAsync(
            "hooks.add", $"{room} {name} {isSigned} {template?.Source}", () => new Drawn(HookSecret.NewId(), HookSecret.New()),
            (session, drawn) => HookLedger.Add(session, new StoredHook
            {
                Id = drawn.Id,
                Room = room.Value,
                Name = name,
                Secret = HookSecret.Kept(drawn.Secret, isSigned),
                Signed = isSigned ? 1 : 0,
                Template = template?.Source,
                AddedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            }), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Hook>> ListAsync(RoomId room, CancellationToken cancellationToken) =>
        [.. (await KnownAsync(room, cancellationToken).ConfigureAwait(false)).Select(known => known.ToHook())];

    public async Task<bool> RemoveAsync(RoomId room, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(room, name, cancellationToken).ConfigureAwait(false) is not { } hook)
            return false;
        await WriteAsync("hooks.remove", hook.Id, () => new Drawn(hook.Id, ""), (session, _) => HookLedger.Remove(session, hook.Id), cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async Task<HookKey?> RotateAsync(RoomId room, string name, CancellationToken cancellationToken) =>
        await FindAsync(room, name, cancellationToken).ConfigureAwait(false) is { } hook
            ? await WriteAsync("hooks.rotate", hook.Id, () => new Drawn(hook.Id, HookSecret.New()),
                (session, drawn) => HookLedger.Rotate(session, hook.Id, HookSecret.Kept(drawn.Secret, hook.IsSigned)), cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<HookKey> WriteAsync(
        string name, string arguments, Func<Drawn> draw, Action<Storage.WriteSession, Drawn> write, CancellationToken cancellationToken)
    {
        var drawn = await steps.DoAsync(
            new Step<Drawn>(name, arguments, _ => Task.FromResult(draw())) { Find = (_, _) => Task.FromResult(Evidence<Drawn>.Absent), Also = write },
            cancellationToken).ConfigureAwait(false);
        return new HookKey(address.Of(PublicAddress.Hooks + drawn.Id), drawn.Secret);
    }

    private async Task<Known?> FindAsync(RoomId room, string name, CancellationToken cancellationToken) =>
        (await KnownAsync(room, cancellationToken).ConfigureAwait(false)).FirstOrDefault(hook => IsNamed(hook.Name, name));

    private Task<List<Known>> KnownAsync(RoomId room, CancellationToken cancellationToken) => steps.ReadAsync(
        "hooks.list", room.Value, _ => Task.FromResult(hooks.List(room).Select(Known.Of).ToList()), cancellationToken);

    private static bool IsNamed(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._-]{0,39}\z")]
    private static partial Regex Names();

    private sealed record Drawn(string Id, string Secret);

    /// <summary>What a turn is told of a hook: not its secret.</summary>
    private sealed record Known(string Id, string Name, bool IsSigned, long AddedAt, long? PostedAt, bool HasEnded)
    {
        public static Known Of(StoredHook hook) => new(hook.Id, hook.Name, hook.IsSigned, hook.AddedAt, hook.PostedAt, hook.EndedAt is not null);

        public Hook ToHook() => new(Name, IsSigned, DateTimeOffset.FromUnixTimeMilliseconds(AddedAt),
            PostedAt is { } posted ? DateTimeOffset.FromUnixTimeMilliseconds(posted) : null, HasEnded);
    }
}

using System.Text.Json;
using Microsoft.Extensions.Options;
using WebexSimulator.Files;
using WebexSimulator.Identity;
using WebexSimulator.Model;
using WebexSimulator.Tokens;
using WebexSimulator.Webhooks;

namespace WebexSimulator.State;

/// <summary>The file of <c>Simulator:State</c>. It is written beside itself and then put in place, so that it is whole at any time.</summary>
internal sealed class StateFile(World world, TokenRegister tokens, WebhookRegister webhooks, IdentityState identity, FileStore files, SimulatorOptions options)
{
    public bool IsWanted => options.State is { Length: > 0 };

    /// <exception cref="OptionsValidationException">The file cannot be used; the message says why, and what to do.</exception>
    public void Read()
    {
        if (!IsWanted || !File.Exists(options.State)) return;
        try
        {
            var kept = JsonSerializer.Deserialize(File.ReadAllBytes(options.State), Json().KeptWorld) ?? throw new JsonException("It is empty.");
            if (kept.Seed != options.Seed) throw Unusable($"was written with Simulator:Seed={kept.Seed}: start with that seed");
            kept.Restore(world, tokens, webhooks, identity);
            files.KeepOnly(world.Messages.Values.Select(message => message.File).OfType<StoredFile>());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw Unusable($"is damaged ({exception.Message.TrimEnd('.')}): move it away to begin anew");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"cannot be read ({exception.Message.TrimEnd('.')})");
        }
    }

    public void Write()
    {
        var kept = KeptWorld.Of(world, tokens, webhooks, identity, options.Seed);
        var draft = options.State + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, kept, Json().KeptWorld);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, options.State!, overwrite: true);
    }

    private StateJson Json() => new(new(StateJson.Default.Options) { Converters = { new PersonOnce(world.People), new FileBeside(files) } });

    private OptionsValidationException Unusable(string why) =>
        new(SimulatorOptions.Section, typeof(SimulatorOptions), [$"Simulator:State: {options.State} {why}."]);
}

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BotHost.Inbox;
using FsCheck;
using FsCheck.Fluent;

namespace BotHost.Tests.Door;

/// <summary>What holds for every delivery, not only for those somebody thought of. FsCheck prints the seed of a failure.</summary>
public sealed class DoorProperties
{
    [Fact]
    public async Task A_flipped_bit_of_body_or_signature_is_refused_and_never_stored()
    {
        await using var door = await Deliveries.StartAsync();
        var genuine = Deliveries.Envelope("Y2lzY29zcGFyazovL3VzL01FU1NBR0UvOTJkYjNiZTA");
        var signature = Encoding.ASCII.GetBytes(Deliveries.Sign(genuine));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Choose(0, 8 * (genuine.Length + signature.Length) - 1).ToArbitrary(), bit =>
        {
            byte[] body = [.. genuine], claimed = [.. signature];
            var (target, at) = bit / 8 < body.Length ? (body, bit / 8) : (claimed, bit / 8 - body.Length);
            target[at] ^= (byte)(1 << (bit % 8));
            // The same digit in the other case is the same digit; a byte that is no text is refused as broken HTTP.
            if (target == claimed && char.ToLowerInvariant((char)claimed[at]) == (char)signature[at])
                return true;
            return Wait(door.SendAsync(body, Encoding.Latin1.GetString(claimed))) is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest;
        }));

        door.Keys().ShouldBeEmpty();
        (await door.DeliverAsync(genuine)).ShouldBe(HttpStatusCode.OK);
        door.Keys().Count.ShouldBe(1);
    }

    [Fact]
    public async Task However_JSON_allows_to_write_an_envelope_it_is_stored_and_written_otherwise_recognised()
    {
        await using var door = await Deliveries.StartAsync();
        var genuine = JsonNode.Parse(Deliveries.Envelope("unset"))!.AsObject();
        var tried = new HashSet<string>();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            genuine["data"]!["id"] = "id-" + seed.ToString(CultureInfo.InvariantCulture) + "/é漢😀";
            var scribe = new JsonScribe(new Random(seed));
            tried.Add((string)genuine["data"]!["id"]!);
            return Wait(door.DeliverAsync(scribe.Write(genuine))) == HttpStatusCode.OK
                && Wait(door.DeliverAsync(scribe.Write(genuine))) == HttpStatusCode.OK;
        }));

        door.Keys().Except(tried.Select(id => "messages/created:" + id)).ShouldBeEmpty();
        door.Keys().Count.ShouldBe(tried.Count);
    }

    [Fact]
    public void No_bytes_are_too_odd_to_be_read() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Mangled(), body =>
        {
            var (envelope, problem) = EventEnvelope.Read(body);
            return envelope is null != problem is null;
        }));

    /// <summary>An envelope in odd spelling, a few of its bytes replaced.</summary>
    private static Arbitrary<byte[]> Mangled() =>
        (from seed in Gen.Choose(0, int.MaxValue - 1)
         from damage in Gen.Choose(0, 4)
         select Mangle(new Random(seed), damage)).ToArbitrary();

    private static byte[] Mangle(Random random, int damage)
    {
        var body = new JsonScribe(random).Write(JsonNode.Parse(Deliveries.Envelope("\ud83d\ude00"))!.AsObject());
        for (; damage > 0; damage--)
            body[random.Next(body.Length)] = (byte)("\"\\{}[]:,u0d8\0"[random.Next(13)] is var c ? c : 0);
        return body;
    }

    // A property is a plain function; the tests have threads to spare.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}

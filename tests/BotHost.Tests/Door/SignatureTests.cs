using System.Text;
using BotHost.Webhooks;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Primitives;

namespace BotHost.Tests.Door;

/// <summary>The check of <c>X-Spark-Signature</c> as a function of header, bytes and secrets.</summary>
public sealed class SignatureTests
{
    private const string Body = """{"id":"1"}""";
    private const string Right = "5c30d75faa5e1bc441b126dd20eef025de2dab3e";

    [Theory]
    [InlineData("s3cr3t", Body, Right)]
    [InlineData("clé-ü", """{"name":"Übung","data":{"id":"1"}}""", "c70c7cc08f122235d06b1de6e01c0a6c76468468")]
    public void Values_computed_elsewhere_are_valid(string secret, string body, string signature) =>
        Verify(signature, body, secret).ShouldBe(SignatureResult.Valid);

    [Theory]
    [InlineData(null, nameof(SignatureResult.Missing))]
    [InlineData("", nameof(SignatureResult.Missing))]
    [InlineData(" ", nameof(SignatureResult.Malformed))]
    [InlineData("5c30d75faa5e1bc441b126dd20eef025de2dab3", nameof(SignatureResult.Malformed))]
    [InlineData("5c30d75faa5e1bc441b126dd20eef025de2dab3e0", nameof(SignatureResult.Malformed))]
    [InlineData("sha1=5c30d75faa5e1bc441b126dd20eef025de2dab3e", nameof(SignatureResult.Malformed))]
    [InlineData("5c30d75faa5e1bc441b126dd20eef025de2dab3e\n", nameof(SignatureResult.Malformed))]
    [InlineData("5c30d75faa5e1bc441b126dd20eef025de2dab3g", nameof(SignatureResult.Malformed))]
    [InlineData("５c30d75faa5e1bc441b126dd20eef025de2dab3e", nameof(SignatureResult.Malformed))]
    [InlineData("5c30d75faa5e1bc441b126dd20eef025de2dab3f", nameof(SignatureResult.Mismatch))]
    [InlineData("0000000000000000000000000000000000000000", nameof(SignatureResult.Mismatch))]
    [InlineData("5C30D75FAA5E1BC441B126DD20EEF025DE2DAB3E", nameof(SignatureResult.Valid))]
    public void One_header(string? header, string expected) => Verify(header, Body, "s3cr3t").ToString().ShouldBe(expected);

    [Fact]
    public void Two_headers_are_one_too_many()
    {
        Verify(new StringValues([Right, Right]), Body, "s3cr3t").ShouldBe(SignatureResult.Malformed);
        Verify(new StringValues(["", Right]), Body, "s3cr3t").ShouldBe(SignatureResult.Malformed);
    }

    [Fact]
    public void Any_of_the_secrets_will_do_wherever_it_stands()
    {
        Verify(Right, Body, "s3cr3t", "other").ShouldBe(SignatureResult.Valid);
        Verify(Right, Body, "other", "s3cr3t").ShouldBe(SignatureResult.Valid);
        Verify(Right, Body, "other", "another").ShouldBe(SignatureResult.Mismatch);
    }

    [Fact]
    public void Without_a_secret_nothing_is_valid() => Verify(Right, Body).ShouldBe(SignatureResult.Mismatch);

    [Fact]
    public void A_secret_does_not_print_itself() =>
        $"{new WebhookSecrets.Secret("s3cr3t", "s3cr3t"u8.ToArray())}".ShouldNotContain("s3cr3t");

    [Fact]
    public void What_is_signed_is_valid_and_one_flipped_bit_is_not() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Deliveries(), delivery =>
        {
            var (body, secret, bit) = delivery;
            var mac = Convert.FromHexString(Door.Deliveries.Sign(body, secret));
            var valid = Verify(Convert.ToHexString(mac), body, secret) == SignatureResult.Valid;
            var flipped = bit % (8 * (body.Length + mac.Length));
            var target = flipped / 8 < body.Length ? body : mac;
            target[target == body ? flipped / 8 : flipped / 8 - body.Length] ^= (byte)(1 << (flipped % 8));
            return valid && Verify(Convert.ToHexString(mac), body, secret) == SignatureResult.Mismatch;
        }));

    [Fact]
    public void No_text_is_a_signature_and_none_is_too_odd_to_be_judged() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(ArbMap.Default.ArbFor<string?>(), header =>
            Verify(header, Body, "s3cr3t") != SignatureResult.Valid));

    private static Arbitrary<(byte[] Body, string Secret, int Bit)> Deliveries() =>
        (from body in ArbMap.Default.GeneratorFor<byte[]>()
         from secret in ArbMap.Default.GeneratorFor<NonEmptyString>()
         from bit in Gen.Choose(0, int.MaxValue - 1)
         select (body, secret.Get, bit)).ToArbitrary();

    private static SignatureResult Verify(StringValues header, string body, params string[] secrets) => Verify(header, Encoding.UTF8.GetBytes(body), secrets);

    private static SignatureResult Verify(StringValues header, byte[] body, params string[] secrets) =>
        WebhookSignature.Verify(header, body, [.. secrets.Select(s => new WebhookSecrets.Secret(s, Encoding.UTF8.GetBytes(s)))]);
}

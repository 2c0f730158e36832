using BotHost.Identities;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotHost.Storage;
using BotHost.Tests.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.Identities;

/// <summary>What is locked stays readable, whatever strangers send to be unlocked.</summary>
public sealed class VaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task What_cannot_be_unlocked_disturbs_nobody_who_unlocks_at_the_same_time()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        using var database = new Database(store.Engine(), TimeProvider.System);
        using var vault = Vault(new KeyRing(database, TimeProvider.System));
        var locked = vault.Lock("token");
        var forged = locked.ToArray();
        forged[^1] ^= 1;

        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled }, (i, _) =>
        {
            if (i % 2 == 0)
                vault.Unlock(forged).ShouldBeNull();
            else
                vault.Unlock(locked).ShouldBe("token");
            return ValueTask.CompletedTask;
        });
    }

    [Fact(Timeout = 60_000)]
    public async Task A_key_that_another_host_made_is_found_and_nothing_is_read_again_where_there_is_none()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        using var database = new Database(store.Engine(), TimeProvider.System);
        var ring = new KeyRing(database, TimeProvider.System);
        using var first = Vault(ring);
        using var second = Vault(ring);

        // The second has looked at the ring before there is a key in it.
        second.Unlock([1, 2, 3]).ShouldBeNull();
        second.Unlock(first.Lock("token")).ShouldBe("token");
        first.Unlock(second.Lock("other")).ShouldBe("other");
        first.Unlock(first.Lock("page", "Page")).ShouldBeNull("it was locked for something else");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(TestStore.Sqlite)]
    [InlineData(TestStore.PostgreSql)]
    public async Task Keys_that_stood_open_are_locked_with_a_certificate_and_another_follows_it(string provider)
    {
        using var store = await TestStore.NewAsync(provider, Cancelled);
        using var database = store.Open();
        using var files = new Certificates("first", "second");
        var ring = new KeyRing(database, TimeProvider.System);
        using var open = Vault(ring);
        var locked = open.Lock("token");
        ring.All().ShouldHaveSingleItem().Key.ToString().ShouldContain("masterKey");

        foreach (var names in new[] { "first", "second;first", "second" })
        {
            using var vault = Vault(ring, files.Options(names));
            await vault.OpenAsync(Cancelled);
            ring.All().ShouldHaveSingleItem().Key.ToString().ShouldNotContain("masterKey");
            vault.Unlock(locked).ShouldBe("token");
            vault.Unlock(vault.Lock("another")).ShouldBe("another");
        }

        open.Unlock(locked).ShouldBe("token", "it has read them already");
        foreach (var names in new[] { "", "first" })
        {
            using var without = Vault(ring, files.Options(names));
            (await Should.ThrowAsync<StoreException>(() => without.OpenAsync(Cancelled))).Message.ShouldContain("Storage:KeyCertificates");
            Should.Throw<StoreException>(() => without.Unlock(locked));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_key_that_is_made_where_there_is_a_certificate_is_never_open()
    {
        using var store = await TestStore.NewAsync(TestStore.Sqlite, Cancelled);
        using var database = store.Open();
        using var files = new Certificates("first");
        var ring = new KeyRing(database, TimeProvider.System);
        using var vault = Vault(ring, files.Options("first"));
        await vault.OpenAsync(Cancelled);

        vault.Unlock(vault.Lock("token")).ShouldBe("token");

        ring.All().ShouldHaveSingleItem().Key.ToString().ShouldNotContain("masterKey");
    }

    [Theory]
    [InlineData("none", "secret", "cannot be read")]
    [InlineData("first", "another", "cannot be read")]
    [InlineData("elliptic", "secret", "RSA")]
    [InlineData("first", "secret", null)]
    public void A_certificate_that_is_of_no_use_is_found_at_start(string name, string password, string? problem)
    {
        using var files = new Certificates("first", "elliptic");
        var options = files.Options(name);
        options.KeyCertificatePassword = password;

        var problems = KeyCertificates.Problems(options).ToList();

        if (problem is null)
            problems.ShouldBeEmpty();
        else
            problems.ShouldHaveSingleItem().ShouldContain(problem);
    }

    private static TokenVault Vault(KeyRing ring, StorageOptions? options = null) => new(ring, Options.Create(options ?? new StorageOptions()), TimeProvider.System);

    /// <summary>Certificates in files, by name.</summary>
    private sealed class Certificates : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bothost-test-");

        public Certificates(params string[] names)
        {
            foreach (var name in names)
            {
                using var rsa = RSA.Create(2048);
                using var elliptic = ECDsa.Create();
                var request = name == "elliptic"
                    ? new CertificateRequest("CN=" + name, elliptic, HashAlgorithmName.SHA256)
                    : new CertificateRequest("CN=" + name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
                File.WriteAllBytes(PathOf(name), certificate.Export(X509ContentType.Pfx, "secret"));
            }
        }

        public StorageOptions Options(string names) => new()
        {
            KeyCertificates = string.Join(';', names.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(PathOf)), KeyCertificatePassword = "secret",
        };

        public void Dispose() => _folder.Delete(recursive: true);

        private string PathOf(string name) => Path.Combine(_folder.FullName, name + ".pfx");
    }
}

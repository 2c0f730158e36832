using System.Reflection;
using BotHost.Operations;
using Microsoft.Extensions.Configuration;

namespace BotHost.Tests.Hosting;

/// <summary><c>appsettings.json</c> shows every key with its default, and the README explains every key.</summary>
public sealed class SettingsFileTests
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        .. UnknownSettings.Sections, ("Hooks", typeof(BotHost.Hooks.HookOptions)),
    ];

    private static readonly IConfiguration File = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.json")).Build();

    public static TheoryData<string, string> Keys => [.. Sections.SelectMany(s => Settable(s.Options).Select(p => (s.Section, p.Name)))];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_setting_is_in_the_file_and_in_the_README(string section, string name)
    {
        File.GetSection(section).GetChildren().ShouldContain(child => child.Key == name);
        System.IO.File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ShouldContain(name);
    }

    [Fact]
    public void What_the_file_says_is_what_the_code_defaults_to()
    {
        foreach (var (section, type) in Sections)
        {
            var (inCode, inFile) = (Activator.CreateInstance(type)!, Activator.CreateInstance(type)!);
            File.GetSection(section).Bind(inFile);
            foreach (var property in Settable(type))
                (property.GetValue(inFile)?.ToString() ?? "").ShouldBe(property.GetValue(inCode)?.ToString() ?? "", $"{section}:{property.Name}");
        }
    }

    [Fact]
    public void Every_key_of_the_file_is_a_setting() =>
        Sections.Select(s => s.Section).Distinct().SelectMany(section => File.GetSection(section).GetChildren().Select(key => (Section: section, key.Key)))
            .Where(key => !IsSection(key.Section, key.Key))
            .ShouldBe(Sections.SelectMany(s => Settable(s.Options).Select(p => (s.Section, p.Name))).Where(key => !IsSection(key.Section, key.Name)), ignoreOrder: true);

    /// <summary>Whether it is not a setting, but has some.</summary>
    private static bool IsSection(string within, string name) => Sections.Any(s => s.Section == $"{within}:{name}");

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0);
}

using BotHost.Access;

namespace BotHost.Tests.Agents.Gate;

/// <summary>What the settings of agents may say.</summary>
public sealed class AgentOptionsTests
{
    [Theory]
    [InlineData("http://login.example.com", false)]
    [InlineData("https://login.example.com/realms/staff", true)]
    [InlineData("https://user:secret@login.example.com", false)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("login.example.com", false)]
    public void Keys_are_read_over_https_or_from_this_machine(string issuer, bool isFine) =>
        new AgentOptionsValidator().Validate(null, new AgentOptions { OAuth = new AgentOAuthOptions { Issuer = issuer } }).Failed.ShouldBe(!isFine);
}

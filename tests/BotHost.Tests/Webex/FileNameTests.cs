using System.Text;
using BotHost.Webex;

namespace BotHost.Tests.Webex;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("attachment; filename=\"x y.png\"", "x y.png")]
    [InlineData("attachment; filename=x.png", "x.png")]
    [InlineData("attachment; filename=\"Größe 文.png\"", "Größe 文.png")]
    [InlineData("attachment; filename=\"x.png\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.png", "Größe.png")]
    [InlineData("attachment; filename=\"=?utf-8?B?R3LDtsOfZS5wbmc=?=\"", "Größe.png")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\\\a\\\\b.exe\"", "b.exe")]
    [InlineData("attachment; filename*=UTF-8''..%2Fa%0D%0Ab.txt", "ab.txt")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"\"", null)]
    [InlineData("attachment", null)]
    [InlineData(";;;", null)]
    [InlineData(null, null)]
    public void A_name_is_a_name_and_no_path(string? header, string? name)
    {
        using var content = new ByteArrayContent([]);
        if (header is not null)
            content.Headers.TryAddWithoutValidation("Content-Disposition", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(header)));

        FileName.Of(content.Headers).ShouldBe(name);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_Latin_1()
    {
        using var content = new ByteArrayContent([]);
        content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"Größe.png\"");

        FileName.Of(content.Headers).ShouldBe("Größe.png");
    }
}

using BotHost;

return BotHostApp.Run(args, bot =>
{
    bot.Command("celsius", (double fahrenheit) => $"{fahrenheit} °F is **{(fahrenheit - 32) / 1.8:0.#} °C**.").Describe("Converts a temperature");
});

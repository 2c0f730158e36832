using BotHost.Benchmarks;

return args switch
{
    ["serve", "bare", var port] => await BareServer.RunAsync(int.Parse(port)),
    ["serve", "bot", var port, var folder] => await BotServer.RunAsync(int.Parse(port), folder),
    [] or ["door"] => await DoorBenchmark.RunAsync(rounds: 5, TimeSpan.FromSeconds(5)),
    ["door", var rounds] => await DoorBenchmark.RunAsync(int.Parse(rounds), TimeSpan.FromSeconds(5)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/BotHost.Benchmarks [-- door [rounds]]

        door   signed webhooks per second that are stored, beside a bare endpoint that reads the body and checks its HMAC
        """);
    return 1;
}

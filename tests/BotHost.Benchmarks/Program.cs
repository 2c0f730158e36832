using BotHost.Benchmarks;
using BotHost.Benchmarks.Faults;

return args switch
{
    ["serve", "bare", var port] => await BareServer.RunAsync(int.Parse(port)),
    ["serve", "bot", var port, var folder] => await BotServer.RunAsync(int.Parse(port), folder),
    ["serve", "webex", var port] => await HandlingServers.WebexAsync(int.Parse(port)),
    ["serve", "handling", var port, var folder, var webex, var token] => await HandlingServers.BotAsync(int.Parse(port), folder, int.Parse(webex), token),
    ["serve", "agents", var port, var folder, var webex, var token, var agents] => await AgentServer.RunAsync(int.Parse(port), folder, int.Parse(webex), token, int.Parse(agents)),
    ["agents"] => await AgentsBenchmark.RunAsync(seconds: 20),
    ["agents", var seconds] => await AgentsBenchmark.RunAsync(int.Parse(seconds)),
    ["handling"] => await HandlingBenchmark.RunAsync(commands: 10_000),
    ["handling", var commands] => await HandlingBenchmark.RunAsync(int.Parse(commands)),
    ["serve", "fault-bot", .. var settings] => await FaultBot.RunAsync(settings),
    [] or ["door"] => await DoorBenchmark.RunAsync(rounds: 5, TimeSpan.FromSeconds(5)),
    ["door", var rounds] => await DoorBenchmark.RunAsync(int.Parse(rounds), TimeSpan.FromSeconds(5)),
    ["backlog"] => await BacklogBenchmark.RunAsync(events: 100_000),
    ["backlog", var events] => await BacklogBenchmark.RunAsync(int.Parse(events)),
    ["routes"] => RoutesBenchmark.Run(routes: 500),
    ["routes", var routes] => RoutesBenchmark.Run(int.Parse(routes)),
    ["decisions"] => await DecisionsBenchmark.RunAsync(agents: 50, grants: 20),
    ["decisions", var agents, var grants] => await DecisionsBenchmark.RunAsync(int.Parse(agents), int.Parse(grants)),
    ["faults", .. var options] => await Experiments.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/BotHost.Benchmarks [-- door [rounds] | handling [commands] | backlog [events] | routes [routes] | agents [seconds] | decisions [agents grants]]
        dotnet run -c Release --project tests/BotHost.Benchmarks -- faults [--only NAME] [--seed N] [--scale 0.1]

        door      signed webhooks per second that are stored, beside a bare endpoint that reads the body and checks its HMAC
        handling  commands per second from a person's message to the bot's reply
        backlog   what many events that wait cost: memory, and time until a host that starts with them listens
        routes    what many routes cost at start-up, and each message to find its own; exit code 1 above 50 ms or 10 µs
        agents    what an agent's call of a tool costs beside the call of Webex it stands for; exit code 1 above 10 ms more at p99
        decisions what deciding about an agent's call costs, on either engine: with the store looked at, with a count of the day; exit code 1 above 2 ms
        faults    everything that must not break the host, done to it; a table of what came of it, and exit code 1 where an
                  invariant was violated. --only takes the beginning of a name
        """);
    return 1;
}

return await BotHost.BotHostApp.RunAsync(args);

// A Webex on this machine, to talk to the bot without an account.
return await WebexSimulator.SimulatorApp.RunAsync(args);

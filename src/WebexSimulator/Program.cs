return await WebexSimulator.SimulatorApp.RunAsync(args);

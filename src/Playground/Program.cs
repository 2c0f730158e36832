return await Playground.Play.RunAsync(args);

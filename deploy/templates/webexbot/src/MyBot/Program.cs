using BotHost;
using MyBot;

return BotHostApp.Run(args, Routes.Map);

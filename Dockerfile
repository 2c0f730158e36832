# The service only: no simulator, no tests. Build: docker build -t bothost .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig appsettings.json ./
COPY src/BannedSymbols.txt src/
COPY src/BotHost/BotHost.csproj src/BotHost/packages.lock.json src/BotHost/
RUN dotnet restore src/BotHost --locked-mode
COPY src/BotHost src/BotHost
RUN dotnet publish src/BotHost --no-restore -c Release -o /app -p:UseAppHost=false \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The engine the distribution keeps patched; without it the bundled one of 2021 would be used.
RUN apt-get update && apt-get install -y --no-install-recommends libsqlite3-0 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
ENV BotHost__Listen=http://0.0.0.0:5080 \
    Storage__ConnectionString="Data Source=/data/bothost.db" \
    Log__Format=Json
USER $APP_UID
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "BotHost.dll"]

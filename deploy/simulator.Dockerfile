# The local Webex. Build: docker build -f deploy/simulator.Dockerfile -t webex-simulator .
# Its controls need no token, so publish it to your own machine only: docker run --rm -p 127.0.0.1:7070:7070 webex-simulator
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/BannedSymbols.txt src/
COPY src/WebexSimulator/WebexSimulator.csproj src/WebexSimulator/packages.lock.json src/WebexSimulator/
RUN dotnet restore src/WebexSimulator --locked-mode
COPY src/WebexSimulator src/WebexSimulator
RUN dotnet publish src/WebexSimulator --no-restore -c Release -o /app -p:UseAppHost=false \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
# To keep the state over a restart: -e Simulator__State=/data/webex.json -v webex:/data
ENV Simulator__Listen=http://0.0.0.0:7070
USER $APP_UID
VOLUME /data
EXPOSE 7070
ENTRYPOINT ["dotnet", "WebexSimulator.dll"]

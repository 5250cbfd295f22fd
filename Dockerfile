# The server alone; its database is another container (compose.yaml) or a server of your own.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY .editorconfig ./
COPY src/ src/
COPY schema/ schema/
COPY seed/ seed/
COPY README.md ./
RUN dotnet publish src/OpenSocialMap.Server --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true --output /server
RUN dotnet publish src/OpenSocialMap.Cli --configuration Release --use-current-runtime --no-self-contained --output /cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The steward's command line attacks what it is about to publish, by the solvers CLP and CBC. These packages bring their libraries under whatever name they have.
RUN apt-get update && apt-get install -y --no-install-recommends coinor-clp coinor-cbc && rm -rf /var/lib/apt/lists/*
WORKDIR /server
COPY --from=build /server ./
COPY --from=build /cli /cli
COPY LICENSE ./
# The image's own default port would only make the server warn that ours wins.
ENV ASPNETCORE_HTTP_PORTS= \
    OPENSOCIALMAP_URLS=http://0.0.0.0:8080 \
    OPENSOCIALMAP_LOG=json
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["dotnet", "OpenSocialMap.Server.dll", "health"]
ENTRYPOINT ["dotnet", "OpenSocialMap.Server.dll"]

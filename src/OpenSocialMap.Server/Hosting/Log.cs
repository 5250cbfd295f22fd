namespace OpenSocialMap.Server.Hosting;

/// <summary>Every line that the server itself writes to its log, by number. None of them holds a visitor's address or a variable's value.</summary>
public static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "OpenSocialMap is ready: {Home}  GraphQL and IDE: {GraphQL}")]
    public static partial void Ready(ILogger logger, Uri home, Uri graphQL);

    [LoggerMessage(2, LogLevel.Information, "Stopping: requests that are under way are finished first.")]
    public static partial void Stopping(ILogger logger);

    [LoggerMessage(3, LogLevel.Critical, "OpenSocialMap stops because of a fault of its own.")]
    public static partial void Failed(ILogger logger, Exception fault);

    [LoggerMessage(4, LogLevel.Warning, "The example operation {File} is left out: {Reason}")]
    public static partial void ExampleLeftOut(ILogger logger, string file, string reason);

    [LoggerMessage(5, LogLevel.Error, "A request failed; the client was told trace id {TraceId}.")]
    public static partial void RequestFailed(this ILogger logger, Exception failure, string traceId);

    [LoggerMessage(6, LogLevel.Warning, "The database can't be reached: {Reason}")]
    public static partial void DatabaseAway(this ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Information, "{Type} {Name} {DocumentHash}, cost {Cost}: {Outcome} in {Milliseconds} ms ({Stages}), trace {TraceId}")]
    public static partial void Answered(
        this ILogger logger, string type, string? name, string? documentHash, double cost, string outcome, double milliseconds, string stages, string? traceId);
}

using Microsoft.Extensions.Logging;

namespace OpenSocialMap.Data;

/// <summary>Every line that the data side writes to the log.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "PostgreSQL's user can't enter {DataFolder}, so the database lives in {Folder}; {Note} keeps that")]
    public static partial void DatabaseElsewhere(this ILogger log, string dataFolder, string folder, string note);

    [LoggerMessage(1002, LogLevel.Information, "Making a new database in {Folder} with PostgreSQL {Major}")]
    public static partial void MakingCluster(this ILogger log, string folder, int major);

    [LoggerMessage(1003, LogLevel.Warning, "A server that ended abruptly left PostgreSQL running in {Folder}; stopping that one first")]
    public static partial void StoppingLeftover(this ILogger log, string folder);

    [LoggerMessage(1004, LogLevel.Information, "PostgreSQL {Major} runs in {Folder}")]
    public static partial void ClusterStarted(this ILogger log, int major, string folder);

    [LoggerMessage(1005, LogLevel.Warning, "PostgreSQL in {Folder} did not stop of itself: {Output}")]
    public static partial void ClusterNotStopped(this ILogger log, string folder, string output);

    [LoggerMessage(1006, LogLevel.Information, "The database has the seed of {SeedFolder}: {Inserted} records added, {Updated} changed, {Unpublished} unpublished")]
    public static partial void Seeded(this ILogger log, string seedFolder, int inserted, int updated, int unpublished);

    [LoggerMessage(1007, LogLevel.Information, "The seed of {SeedFolder} is as it was; nothing to do")]
    public static partial void SeedUnchanged(this ILogger log, string seedFolder);

    [LoggerMessage(1008, LogLevel.Warning, "The database's signals can't be heard, so nothing new is answered from memory until they are: {Reason}")]
    public static partial void Deaf(ILogger log, string reason);

    [LoggerMessage(1009, LogLevel.Information, "The database's signals are heard again")]
    public static partial void HearingAgain(ILogger log);

    [LoggerMessage(1010, LogLevel.Warning, "PostgreSQL in {Folder} ended without being told to; starting it again")]
    public static partial void ClusterEnded(this ILogger log, string folder);

    [LoggerMessage(1011, LogLevel.Error, "PostgreSQL can't be started again just now, and is tried again in some seconds: {Reason}")]
    public static partial void ClusterNotStarted(this ILogger log, string reason);

    [LoggerMessage(1012, LogLevel.Warning, "The agenda can't be kept just now, and is tried again every second: {Reason}")]
    public static partial void AgendaNotKept(ILogger log, string reason);
}

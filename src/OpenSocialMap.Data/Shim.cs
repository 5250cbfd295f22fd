using Npgsql; using Microsoft.Extensions.Logging;
namespace OpenSocialMap.Data;
public sealed class SocialMapDatabase : IAsyncDisposable { public static Task<SocialMapDatabase> OpenAsync(SocialMapDatabaseOptions options, ILoggerFactory logs, CancellationToken ct)=>throw new NotImplementedException(); public NpgsqlDataSource Reader {get;}=null!; public NpgsqlDataSource Owner {get;} =null!; public ValueTask DisposeAsync()=>default; }
public sealed record SocialMapDatabaseOptions { public string? ConnectionString {get;init;} public string? ReaderConnectionString {get;init;} public string DataFolder {get;init;}=""; public string SeedFolder{get;init;}=""; }
public static class RecordId { public static readonly IReadOnlyDictionary<string,string> Prefixes = new Dictionary<string,string>{["Wijk"]="wijk"}; }

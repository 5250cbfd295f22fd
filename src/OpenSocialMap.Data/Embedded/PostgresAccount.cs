using System.Runtime.Versioning;

namespace OpenSocialMap.Data.Embedded;

/// <summary>The user account that the private PostgreSQL runs under: ourselves, or postgres when we are root, which PostgreSQL refuses.</summary>
internal sealed class PostgresAccount
{
    const string Usual = "postgres";

    // Null: we are nobody special, and everything runs as ourselves.
    readonly string? _name;

    PostgresAccount(string? name) => _name = name;

    public static PostgresAccount Choose()
    {
        if (!Environment.IsPrivilegedProcess)
            return new(name: null);
        if (!File.ReadLines("/etc/passwd").Any(line => line.StartsWith(Usual + ":", StringComparison.Ordinal)))
            throw new SocialMapDatabaseException(
                "PostgreSQL does not run as root, and this machine has no user postgres: install the Debian package postgresql-common.");
        return new(Usual);
    }

    /// <summary>The account that must run an existing cluster: its owner. An ordinary user may have made what root now starts.</summary>
    public async Task<PostgresAccount> ForOwnerOfAsync(string folder, CancellationToken cancellation) =>
        _name is null ? this : new((await OutsideProgram.RunAsync("stat", ["--format=%U", folder], cancellation)).Output);

    public Task<OutsideProgram.Result> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        _name is null
            ? OutsideProgram.RunAsync(program, arguments, cancellation)
            // setpriv replaces itself by the program, so ending our child ends the program.
            : OutsideProgram.RunAsync("setpriv", [$"--reuid={_name}", $"--regid={_name}", "--init-groups", program, .. arguments], cancellation);

    /// <summary>Whether the account can enter a folder: it can't enter a clone below /root.</summary>
    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellation) =>
        _name is null || (await RunAsync("test", ["-x", folder], cancellation)).Succeeded;

    /// <summary>Makes an empty folder that belongs to the account alone.</summary>
    [UnsupportedOSPlatform("windows")]
    public async Task MakeFolderAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await OwnAsync(folder, cancellation);
    }

    public async Task OwnAsync(string path, CancellationToken cancellation)
    {
        if (_name is not null && await OutsideProgram.RunAsync("chown", [$"{_name}:", path], cancellation) is { Succeeded: false } refused)
            throw new SocialMapDatabaseException($"The folder {path} can't be given to the user {_name}: {refused.Output}");
    }
}

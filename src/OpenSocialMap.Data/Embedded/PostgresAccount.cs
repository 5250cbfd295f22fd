using System.Runtime.Versioning;

namespace OpenSocialMap.Data.Embedded;

/// <summary>The user account that the private PostgreSQL runs under: ourselves, or postgres when we are root, which PostgreSQL refuses.</summary>
internal sealed class PostgresAccount
{
    const string Usual = "postgres";

    readonly Other? _other;

    PostgresAccount(Other? other) => _other = other;

    sealed record Other(string Name, string Group);

    public static async Task<PostgresAccount> ChooseAsync(CancellationToken cancellation) =>
        Environment.IsPrivilegedProcess ? await NamedAsync(Usual, cancellation) : new(other: null);

    /// <summary>The account that must run an existing cluster: its owner. An ordinary user may have made what root now starts.</summary>
    public async Task<PostgresAccount> ForOwnerOfAsync(string folder, CancellationToken cancellation) =>
        _other is null ? this : await NamedAsync((await OutsideProgram.RunAsync("stat", ["--format=%U", folder], cancellation)).Output, cancellation);

    static async Task<PostgresAccount> NamedAsync(string name, CancellationToken cancellation) =>
        await OutsideProgram.RunAsync("id", ["--group", name], cancellation) is { Succeeded: true } group
            ? new(new Other(name, group.Output))
            : throw new SocialMapDatabaseException(
                $"PostgreSQL does not run as root, and this machine has no user {name}: install the Debian package postgresql-common.");

    public Task<OutsideProgram.Result> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        _other is null
            ? OutsideProgram.RunAsync(program, arguments, cancellation)
            // setpriv replaces itself by the program, so ending our child ends the program.
            : OutsideProgram.RunAsync(
                "setpriv", [$"--reuid={_other.Name}", $"--regid={_other.Group}", "--init-groups", program, .. arguments], cancellation);

    /// <summary>Whether the account can enter a folder: it can't enter a clone below /root.</summary>
    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellation) =>
        _other is null || (await RunAsync("test", ["-x", folder], cancellation)).Succeeded;

    /// <summary>Makes an empty folder that belongs to the account alone.</summary>
    [UnsupportedOSPlatform("windows")]
    public async Task MakeFolderAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await OwnAsync(folder, cancellation);
    }

    public async Task OwnAsync(string path, CancellationToken cancellation)
    {
        if (_other is not null && await OutsideProgram.RunAsync("chown", [$"{_other.Name}:{_other.Group}", path], cancellation) is { Succeeded: false } refused)
            throw new SocialMapDatabaseException($"The folder {path} can't be given to the user {_other.Name}: {refused.Output}");
    }
}

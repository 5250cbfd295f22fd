using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>The connection to PostgreSQL is cut in the middle of an answer, or falls silent: what the client gets is whole, or an error.</summary>
[Collection(WaitingCollection.Name)]
public sealed class CutConnectionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Places = 2;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);
    private Wire _wire = null!;
    private SocialMapDatabase _database = null!;
    private RunningServer _server = null!;
    private int _count;

    public async Task InitializeAsync()
    {
        _wire = Wire.Before(await postgres.CreateSeededDatabaseAsync());
        _database = await SocialMapDatabase.OpenAsync(
            new() { ConnectionString = _wire.ConnectionString, DataFolder = "/dev/null", ReaderPoolSize = Places }, NullLoggerFactory.Instance, default);
        _server = await RunningServer.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        _wire.Mend();
        await _server.DisposeAsync();
        await _database.DisposeAsync();
        await _wire.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(150)]
    [InlineData(10_000)]
    [InlineData(30_000)]
    public async Task A_statement_that_is_cut_off_once_is_sent_again(int bytes)
    {
        var whole = await AskAsync();
        Assert.True(whole.Text.Length > 30_000, $"{whole.Text.Length}");

        _wire.CutAfter(bytes, times: 1);
        var answer = await AskAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(whole.Data.GetRawText(), answer.Data.GetRawText());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(30_000)]
    public async Task One_that_is_cut_off_every_time_is_an_error_and_never_half_an_answer(int bytes)
    {
        _wire.CutAfter(bytes, times: int.MaxValue);
        for (var i = 0; i < 3 * Places; i++)
            IsAway(await AskAsync());

        _wire.Mend();
        await Recovery.UntilAnsweredAsync(_server.Http);
    }

    [Fact]
    public async Task Silence_ends_with_an_error_and_holds_no_place_afterwards()
    {
        _wire.FallSilent();
        var since = Stopwatch.GetTimestamp();
        var waiting = Enumerable.Range(0, 3 * Places).Select(_ => AskAsync()).ToArray();
        foreach (var answer in await Task.WhenAll(waiting).WaitAsync(LongestSilence))
            IsAway(answer);
        Assert.True(Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(1), "It was not silent.");

        _wire.Mend();
        await Recovery.UntilAnsweredAsync(_server.Http);
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 3 * Places).Select(_ => AskAsync())))
            Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private Task<Answer> AskAsync() => _server.Client.Ask($"{{ wijken(first: 20) {{ nodes {{ name geometry {{ type coordinates }} }} }} buurten(first: 100) {{ nodes {{ name geometry {{ type coordinates }} }} }} }} # {Interlocked.Increment(ref _count)}");

    private static void IsAway(Answer answer)
    {
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "OVERLOADED"), (answer.Status, answer.Code));
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Wording.IsOurs(answer);
    }
}

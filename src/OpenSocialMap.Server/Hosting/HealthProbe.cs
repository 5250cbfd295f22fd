namespace OpenSocialMap.Server.Hosting;

/// <summary>The server's second command, <c>health</c>: asks a running server whether it is ready; for containers, which have no curl.</summary>
public static class HealthProbe
{
    public static async Task<int> AskAsync(ServerSettings settings, CancellationToken stop)
    {
        var address = BindingAddress.Parse(settings.Urls.Split(';')[0]);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await client.GetAsync(new UriBuilder("http", "localhost", address.Port, "/health/ready").Uri, stop);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}

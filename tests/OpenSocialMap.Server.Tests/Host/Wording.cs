namespace OpenSocialMap.Server.Tests.Host;

/// <summary>Messages speak of the request and of nothing that is behind the server.</summary>
internal static class Wording
{
    private static readonly string[] NotOurs =
        ["postgres", "npgsql", "sqlstate", "st_", "geos", "topology", "relation \"", "column \"", "exception", "   at ", "System.", "parameter $"];

    public static void IsOurs(Answer answer)
    {
        foreach (var error in answer.Errors)
            Assert.DoesNotContain(NotOurs, word => error.GetRawText().Contains(word, StringComparison.Ordinal));
    }
}

using System.Globalization;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;

namespace OpenSocialMap.Server.Features;

/// <summary>The parameter <c>datetime</c>. No feature here has a time, so a right one takes none away; a wrong one is told. https://docs.ogc.org/is/17-069r4/17-069r4.html#_parameter_datetime</summary>
internal static class Instants
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static void RequireInterval(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var isRight = text.Split('/') switch
        {
            [var instant] => Read(instant) is not null,
            [var from, var until] => IsEnd(from) && IsEnd(until) && !(Read(from) > Read(until)) && (Read(from) ?? Read(until)) is not null,
            _ => false,
        };
        if (!isRight)
            throw new RequestRefusedException(400, new GraphQLError(
                $"datetime is \"{text}\"; it has to be an instant or an interval of RFC 3339, such as 2026-11-01T00:00:00Z/.. or 2026-11-01.", ErrorCodes.BadInput));
    }

    private static bool IsEnd(string text) => text is "" or ".." || Read(text) is not null;

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}

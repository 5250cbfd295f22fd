namespace OpenSocialMap.Server.Hosting;

/// <summary>The methods that read: GET, and HEAD, which asks for all that GET says but the body. Kestrel leaves that out. https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2</summary>
internal static class Reading
{
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static bool IsReading(this HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}

namespace OpenSocialMap.GraphQL.Limits;

/// <summary>Which published limit a request goes beyond, by how much: what a program reads where a person reads the message.</summary>
/// <param name="Name">One of <see cref="LimitNames"/>.</param>
/// <param name="Value">What the request comes to; where counting stopped early, the first number beyond the limit.</param>
/// <param name="Maximum">What is allowed.</param>
public sealed record ExceededLimit(string Name, double Value, double Maximum)
{
    public GraphQLError Error(string message, string hint) => new(message, ErrorCodes.Limit) { Hint = hint, Limit = this };
}

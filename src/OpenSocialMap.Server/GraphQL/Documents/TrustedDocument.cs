namespace OpenSocialMap.Server.GraphQL.Documents;

/// <summary>A document that the server's keepers vouch for; whoever wants it run names it instead of sending it.</summary>
/// <param name="Id">The SHA-256 of the text in hexadecimal, or what a manifest calls it.</param>
/// <param name="Name">The name of its operation.</param>
/// <param name="Kind"><c>query</c> or <c>subscription</c>.</param>
/// <param name="Text">The document.</param>
public sealed record TrustedDocument(string Id, string Name, string Kind, string Text);

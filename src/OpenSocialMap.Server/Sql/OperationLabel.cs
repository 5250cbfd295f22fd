namespace OpenSocialMap.Server.Sql;

/// <summary>What logs and spans call an operation; never its text, which may hold values.</summary>
/// <param name="Type"><c>query</c> or <c>subscription</c>.</param>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="DocumentHash">The SHA-256 of the document in hexadecimal, as <c>documentId</c> names it.</param>
public sealed record OperationLabel(string Type, string? Name, string DocumentHash);

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>Ends the check of a document from wherever it is; the errors found so far, the reason for the end included, stand.</summary>
internal sealed class ValidationStopped : Exception;

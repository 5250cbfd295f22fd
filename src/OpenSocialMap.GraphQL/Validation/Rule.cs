namespace OpenSocialMap.GraphQL.Validation;

/// <summary>One rule of the specification's validation section. It lives for one document and reports to the context.</summary>
internal abstract class Rule(ValidationContext context) : Visitor
{
    protected ValidationContext Context => context;
}

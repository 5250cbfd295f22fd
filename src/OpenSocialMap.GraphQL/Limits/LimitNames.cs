namespace OpenSocialMap.GraphQL.Limits;

/// <summary>The names of the limits, as errors carry them in <c>extensions.limit</c>. They are part of the contract: none is renamed.</summary>
public static class LimitNames
{
    public const string BodySize = "bodySize";
    public const string SocketOperations = "socketOperations";
    public const string DocumentSize = "documentSize";
    public const string Tokens = "tokens";
    public const string Nesting = "nesting";
    public const string Depth = "depth";
    public const string Fields = "fields";
    public const string RootFields = "rootFields";
    public const string Aliases = "aliases";
    public const string Directives = "directives";
    public const string DirectivesPerPlace = "directivesPerPlace";
    public const string IntrospectionDepth = "introspectionDepth";
    public const string Comparisons = "comparisons";
    public const string FragmentSteps = "fragmentSteps";
    public const string FragmentLevels = "fragmentLevels";
    public const string Variables = "variables";
    public const string VariableDepth = "variableDepth";
    public const string ListLength = "listLength";
    public const string VariableValues = "variableValues";
    public const string Parameters = "parameters";
    public const string PageSize = "pageSize";
    public const string AgendaDays = "agendaDays";
    public const string Ids = "ids";
    public const string SearchText = "searchText";
    public const string WidenedPositions = "widenedPositions";
    public const string Cells = "cells";
    public const string FieldCost = "fieldCost";
    public const string TypeCost = "typeCost";
}

using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Sql.Catalog;
using OpenSocialMap.Server.Subscriptions;

namespace OpenSocialMap.Server.Limits;

/// <summary>Every limit with its number on this server and a way to stay below it, in the order in which a request meets them.</summary>
public static class PublishedLimits
{
    public static IReadOnlyList<PublishedLimit> Of(LimitSettings settings) =>
    [
        new(LimitNames.BodySize, settings.MaxBodyBytes, "Bytes of a request's body.", "Simplify shapes before sending them, and split long lists."),
        new(LimitNames.SocketOperations, StreamSettings.MaxOperations, "Operations under way on one WebSocket.", "Complete one before the next, or open another socket.", CanBeSet: false),
        new(LimitNames.DocumentSize, settings.Document.MaxBytes, "Bytes of the GraphQL document.", "Give long values as variables."),
        new(LimitNames.Tokens, settings.Document.MaxTokens, "Words and signs of the document; comments and commas are free.", "Name what repeats in a fragment, or send several requests."),
        new(LimitNames.Nesting, settings.Document.MaxDepth, "Selection sets, lists and objects that are open at one point of the document.", "Give nested input as a variable."),
        new(LimitNames.Depth, settings.Operation.MaxDepth, "Levels of fields, fragments written out.", "Fetch what lies deeper by its id or slug in a request of its own."),
        new(LimitNames.Fields, settings.Operation.MaxFields, "Fields, fragments written out; on an interface or union, for each object type that it may turn out to be.", "Ask for fewer fields, or in several requests."),
        new(LimitNames.RootFields, settings.Operation.MaxRootFields, "Fields at the root.", "Use a list with a filter, or \"nodes\", instead of one field for each record."),
        new(LimitNames.Aliases, settings.Operation.MaxAliases, "Fields with an alias, fragments written out.", "As for root fields."),
        new(LimitNames.Directives, settings.Operation.MaxDirectives, "Directives, fragments written out.", "Put \"@skip\" or \"@include\" on a fragment instead of on each of its fields."),
        new(LimitNames.DirectivesPerPlace, settings.Operation.MaxDirectivesPerPlace, "Directives on one field, fragment, variable or operation.", "One \"@skip\" and one \"@include\" are all that a field can use."),
        new(LimitNames.IntrospectionDepth, ValidationLimits.MaxIntrospectionDepth, "Lists of a type's members inside one another, in introspection.", "The usual introspection queries have two. Ask for one type's members at a time.", CanBeSet: false),
        new(LimitNames.Comparisons, ValidationLimits.MaxComparisons, "Comparisons to find out whether fields of one name can be merged.", "Select each field once.", CanBeSet: false),
        new(LimitNames.FragmentLevels, ValidationLimits.MaxFragmentLevels, "Levels of fragments inside fragments.", "Use fewer fragments.", CanBeSet: false),
        new(LimitNames.FragmentSteps, ValidationLimits.MaxFragmentSteps, "Steps to find out which operation uses which fragment.", "Send fewer operations in one document.", CanBeSet: false),
        new(LimitNames.Variables, settings.Variables.MaxVariables, "Variables that an operation defines, or a request gives.", "Put what belongs together into one variable of an input type."),
        new(LimitNames.VariableDepth, settings.Variables.MaxDepth, "Objects and lists that are open at one point of the variables, or of the body that holds them.", "Put conditions beside each other under one \"and\" or \"or\"."),
        new(LimitNames.ListLength, settings.Variables.MaxListLength, "Items of a list in the variables.", "Send the list in parts."),
        new(LimitNames.VariableValues, settings.Variables.MaxValues, "Scalars, lists and objects in all variables together. A geometry is one.", "Send several requests."),
        new(LimitNames.Parameters, SqlWriter.MaxParameters, "Values that the database is asked to compare with. A list given to \"in\" is one.", "Use \"in\" instead of many times \"eq\".", CanBeSet: false),
        new(LimitNames.PageSize, Paging.MaxSize, "Items of a page.", "Continue with \"after\".", CanBeSet: false),
        new(LimitNames.AgendaDays, AgendaFilter.MaxDays, "Days from the first of an agenda to its last.", "Ask for a part of it at a time.", CanBeSet: false),
        new(LimitNames.Ids, QueryBindings.MaxIds, "Ids for \"nodes\".", "Ask in parts.", CanBeSet: false),
        new(LimitNames.WidenedPositions, SpatialFilter.MaxWidenedPositions, "Positions of a geometry with a \"buffer\", where something has to lie within it, contain, overlap or touch it.", "Ask by \"intersects\" or \"distance\", which take any geometry; or simplify it.", CanBeSet: false),
        new(LimitNames.Cells, CubeCompiler.MaxCells, "Cells of \"cube\".", "Narrow the table with \"where\", or page through \"observations\".", CanBeSet: false),
        new(LimitNames.SearchText, SearchText.MaxLength, "Characters of a search text.", "A few words do.", CanBeSet: false),
        new(LimitNames.FieldCost, settings.Cost.MaxFieldCost, "Work of all fields, as described below.", "Ask for fewer items, fewer levels, or a narrower filter."),
        new(LimitNames.TypeCost, settings.Cost.MaxTypeCost, "Objects of the answer, at most.", "Ask for smaller pages, above all for lists inside lists."),
    ];
}

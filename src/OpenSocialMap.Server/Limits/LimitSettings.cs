using System.Globalization;
using System.Text.Json;
using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Limits;

/// <summary>
/// How much a request may ask, each limit with a default that usual clients never meet. <c>OPENSOCIALMAP_LIMIT_DEPTH</c> and the like set
/// another one; <see cref="PublishedLimits"/> tells the world.
/// </summary>
public sealed record LimitSettings
{
    // Beyond these the thread's stack would be at risk, whatever an operator wishes.
    private const int DeepestSafeNesting = 128;
    private const int DeepestSafeSelection = 200;

    public int MaxBodyBytes { get; init; } = 1024 * 1024;
    public ParserLimits Document { get; init; } = ParserLimits.Requests;
    public OperationLimits Operation { get; init; } = new();
    public VariableLimits Variables { get; init; } = new();
    public CostLimits Cost { get; init; } = new() { LargestPage = Paging.MaxSize };

    public static LimitSettings Read(IConfiguration configuration)
    {
        var defaults = new LimitSettings();
        int Number(string name, int otherwise, int most = int.MaxValue) => LimitSettings.Number(configuration, name, otherwise, most);
        var variables = Number(LimitNames.Variables, defaults.Operation.MaxVariables);
        var fields = Number(LimitNames.Fields, defaults.Operation.MaxFields);
        return new LimitSettings
        {
            MaxBodyBytes = Number(LimitNames.BodySize, defaults.MaxBodyBytes),
            Document = new ParserLimits
            {
                MaxBytes = Number(LimitNames.DocumentSize, defaults.Document.MaxBytes),
                MaxTokens = Number(LimitNames.Tokens, defaults.Document.MaxTokens),
                MaxDepth = Number(LimitNames.Nesting, defaults.Document.MaxDepth, DeepestSafeNesting),
            },
            Operation = new OperationLimits
            {
                MaxDepth = Number(LimitNames.Depth, defaults.Operation.MaxDepth, DeepestSafeSelection),
                MaxFields = fields,
                MaxRootFields = Number(LimitNames.RootFields, defaults.Operation.MaxRootFields),
                MaxAliases = Number(LimitNames.Aliases, defaults.Operation.MaxAliases),
                MaxDirectives = Number(LimitNames.Directives, defaults.Operation.MaxDirectives),
                MaxDirectivesPerPlace = Number(LimitNames.DirectivesPerPlace, defaults.Operation.MaxDirectivesPerPlace),
                MaxVariables = variables,
            },
            Variables = new VariableLimits
            {
                MaxVariables = variables,
                MaxDepth = Number(LimitNames.VariableDepth, defaults.Variables.MaxDepth, DeepestSafeNesting),
                MaxListLength = Number(LimitNames.ListLength, defaults.Variables.MaxListLength),
                MaxValues = Number(LimitNames.VariableValues, defaults.Variables.MaxValues),
            },
            Cost = defaults.Cost with
            {
                MaxFieldCost = Number(LimitNames.FieldCost, defaults.Cost.MaxFieldCost),
                MaxTypeCost = Number(LimitNames.TypeCost, defaults.Cost.MaxTypeCost),
                MaxFields = fields,
            },
        };
    }

    /// <summary>The environment variable that sets the limit of this name: <c>bodySize</c> is <c>OPENSOCIALMAP_LIMIT_BODY_SIZE</c>.</summary>
    public static string VariableOf(string limit) => $"OPENSOCIALMAP_LIMIT_{JsonNamingPolicy.SnakeCaseUpper.ConvertName(limit)}";

    private static int Number(IConfiguration configuration, string limit, int otherwise, int most)
    {
        var variable = VariableOf(limit);
        return configuration[variable] is not { } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
            : throw new StartupException($"{variable} is '{text}'; it has to be a whole number from 1 to {most}.");
    }
}

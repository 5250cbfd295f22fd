using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.GraphQL.Validation;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.GraphQL.Scalars;

namespace OpenSocialMap.Server.Tests.Repository;

/// <summary>What the public schema promises about itself.</summary>
public sealed class SchemaTests
{
    private static readonly Schema Schema = SchemaFiles.Load();

    [Fact]
    public void Every_element_is_documented()
    {
        var undocumented = Schema.Types.Where(type => !type.IsBuiltIn).SelectMany(type => Elements(type).Prepend((type.Name, type.Description)))
            .Where(element => string.IsNullOrWhiteSpace(element.Item2))
            .Select(element => element.Item1);
        Assert.Empty(undocumented);
    }

    private static IEnumerable<(string, string?)> Elements(NamedType type) => type switch
    {
        FieldsType fields => fields.Fields.SelectMany(field => field.Arguments
            .Select(argument => ($"{type.Name}.{field.Name}({argument.Name}:)", argument.Description))
            .Prepend(($"{type.Name}.{field.Name}", field.Description))),
        InputObjectType input => input.Fields.Select(field => ($"{type.Name}.{field.Name}", field.Description)),
        EnumType values => values.Values.Select(value => ($"{type.Name}.{value.Name}", value.Description)),
        _ => [],
    };

    [Fact]
    public void Every_type_can_be_reached_from_a_root()
    {
        var reached = new HashSet<NamedType>();
        Reach(Schema.Query, reached);
        Reach(Schema.Subscription!, reached);
        Assert.Empty(Schema.Types.Where(type => !type.IsBuiltIn && !reached.Contains(type)).Select(type => type.Name));
    }

    private static void Reach(NamedType type, HashSet<NamedType> reached)
    {
        if (!reached.Add(type))
            return;
        IEnumerable<SchemaType> next = type switch
        {
            FieldsType fields => [.. fields.Fields.SelectMany(f => f.Arguments.Select(a => a.Type).Append(f.Type)), .. fields.Interfaces, .. Schema.PossibleTypes(type)],
            UnionType union => union.Members,
            InputObjectType input => input.Fields.Select(f => f.Type),
            _ => [],
        };
        foreach (var one in next)
            Reach(one.Named, reached);
    }

    [Fact]
    public void The_published_text_builds_the_same_schema()
    {
        var text = SchemaPrinter.Print(Schema);
        var again = SchemaBuilder.Build([Parser.Parse(new Source(text), ParserLimits.Trusted)], SocialMapScalars.All);
        Assert.Equal(text, SchemaPrinter.Print(again));
    }

    public static TheoryData<string> Operations => [.. Clone.Files("schema/operations", "*.graphql")];

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_documented_operation_is_valid(string path) =>
        Assert.Empty(Validator.Validate(Schema, Parser.Parse(new Source(File.ReadAllBytes(Path.Combine(Clone.Root, path)), path))));
}

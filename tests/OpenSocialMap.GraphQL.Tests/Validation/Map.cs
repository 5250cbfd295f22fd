using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Tests.Types;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.GraphQL.Validation;

namespace OpenSocialMap.GraphQL.Tests.Validation;

/// <summary>A small social map that has every kind of type, and what the validator says of documents for it.</summary>
internal static class Map
{
    public const string Definitions = """
        directive @cached(seconds: Int! = 60) on QUERY | FIELD
        directive @label(text: String!) repeatable on FIELD | FRAGMENT_SPREAD
        directive @live on INLINE_FRAGMENT | SUBSCRIPTION

        scalar Date
        enum Theme { CARE MEETING SPORT }
        enum Direction { ASC DESC }

        interface Node { id: ID! }
        interface Located implements Node { id: ID! address: String }
        interface Archived { since: String }

        type Place implements Node & Located {
          id: ID!
          name(lang: String): String
          address: String
          capacity: Int
          floors: [Int!]
          themes: [Theme!]!
          activities(first: Int, where: ActivityFilter): [Activity!]!
          buurt: Area
        }
        type Activity implements Node { id: ID! name(lang: String): String! capacity: Int! place: Place themes: [Theme] }
        type Partner implements Node & Located { id: ID! name(lang: String): String address: String }
        type Area implements Node { id: ID! name(lang: String): String parent: Area places: [Place!]! }
        union Found = Place | Activity | Partner

        input TextFilter { eq: String in: [String!] contains: String }
        input ActivityFilter { and: [ActivityFilter!] or: [ActivityFilter!] name: TextFilter theme: Theme capacity: Int from: Date limit: Int! = 20 }
        input AreaBy @oneOf { code: String slug: String id: ID }
        input Near { latitude: Float! longitude: Float! within: Int! = 500 }
        input ActivityOrder { name: Direction capacity: Direction }

        type Query {
          node(id: ID!): Node
          place(id: ID!): Place
          places(near: Near, themes: [Theme!], free: Boolean): [Place!]!
          activities(where: ActivityFilter, order: [ActivityOrder!], on: Date, grid: [[Int]]): [Activity!]!
          area(by: AreaBy!): Area
          located: Located
          archived: Archived
          search(text: String! = "", first: Int = 10): [Found!]!
          count(min: Int! = 1): Int
        }
        type Mutation { rename(id: ID!, name: String!): Place }
        type Subscription { placeChanged(id: ID): Place activityChanged: Activity }
        """;

    public static readonly Schema Schema = Sdl.Build(Definitions);

    public static Document Parse(string text) => Parser.Parse(new Source(text), ParserLimits.Trusted);

    public static IReadOnlyList<GraphQLError> Validate(string text) => Validator.Validate(Schema, Parse(text));

    public static void AssertValid(string text) => AssertErrors(text);

    /// <param name="text">A document.</param>
    /// <param name="expected">All its errors in order, each as "message @ line:column, line:column".</param>
    public static void AssertErrors(string text, params string[] expected) => Assert.Equal(expected, Validate(text).Select(Describe));

    private static string Describe(GraphQLError error) =>
        $"{error.Message} @ {string.Join(", ", error.Locations.Select(l => $"{l.Line}:{l.Column}"))}";
}

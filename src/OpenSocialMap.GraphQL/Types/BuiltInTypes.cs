using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types.SchemaValidation;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>
/// What every GraphQL schema holds by itself: five scalars, five directives and the types that describe types. All schemas share them.
/// </summary>
internal static class BuiltInTypes
{
    /// <summary>https://spec.graphql.org/September2025/#sec--deprecated</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    public static readonly MergedSdl Sdl = new([Parser.Parse(new Source(Text, "built-in types"), ParserLimits.Trusted)]);
    private static readonly TypeFactory Factory = new(Sdl, BuiltInScalars.All, []);

    public static IReadOnlyList<NamedType> Types => Factory.Types;

    public static IReadOnlyList<DirectiveType> Directives => Factory.Directives;

    public static NamedType Find(string name) => Factory.Find(name);

    /// <summary>https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema</summary>
    private const string Text = $$"""
        "A whole number between -2147483648 and 2147483647."
        scalar Int

        "A number with a fraction, in double precision; never infinite."
        scalar Float

        "Text."
        scalar String

        "True or false."
        scalar Boolean

        "Names one object and nothing else, for fetching it again. A string that is not meant to be read; a whole number is taken too."
        scalar ID

        "Leaves a field or fragment out when a condition holds."
        directive @skip(
          "Left out when true."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Keeps a field or fragment only when a condition holds."
        directive @include(
          "Kept when true."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks an element that still works and that new queries should no longer use."
        directive @deprecated(
          "Why, and what to use instead, in Markdown."
          reason: String! = "{{DefaultDeprecationReason}}"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Points to the document that says how a scalar is written."
        directive @specifiedBy(
          "The address of that document."
          url: String!
        ) on SCALAR

        "Marks an input object that takes exactly one of its fields, and that one not null."
        directive @oneOf on INPUT_OBJECT

        "What this server can be asked: its types and directives, and where operations start."
        type __Schema {
          "What the schema as a whole is for."
          description: String
          "Every type, the built-in ones included."
          types: [__Type!]!
          "The type where queries start."
          queryType: __Type!
          "The type where mutations start; null when there are none."
          mutationType: __Type
          "The type where subscriptions start; null when there are none."
          subscriptionType: __Type
          "Every directive, the built-in ones included."
          directives: [__Directive!]!
        }

        "A type: a named one, or a list or non-null around another. Which fields say something depends on its kind; the others are null."
        type __Type {
          "What kind of type this is."
          kind: __TypeKind!
          "Its name; null for lists and non-nulls."
          name: String
          "What it is for."
          description: String
          "Where a scalar's notation is specified."
          specifiedByURL: String
          "The fields of an object or interface."
          fields(
            "Whether deprecated fields are listed too."
            includeDeprecated: Boolean! = false
          ): [__Field!]
          "The interfaces that an object or interface implements."
          interfaces: [__Type!]
          "The objects that a value of an interface or union can be."
          possibleTypes: [__Type!]
          "The values of an enum."
          enumValues(
            "Whether deprecated values are listed too."
            includeDeprecated: Boolean! = false
          ): [__EnumValue!]
          "The fields of an input object."
          inputFields(
            "Whether deprecated fields are listed too."
            includeDeprecated: Boolean! = false
          ): [__InputValue!]
          "The type inside a list or non-null."
          ofType: __Type
          "Whether an input object takes exactly one of its fields."
          isOneOf: Boolean
        }

        "The kinds of types."
        enum __TypeKind {
          "A single value, such as a number or a text."
          SCALAR
          "A thing with `fields`, which may implement `interfaces`."
          OBJECT
          "The `fields` that several objects share; `possibleTypes` lists these objects."
          INTERFACE
          "One of several objects, listed in `possibleTypes`."
          UNION
          "One of several words, listed in `enumValues`."
          ENUM
          "Values that go in together, listed in `inputFields`."
          INPUT_OBJECT
          "Any number of `ofType`."
          LIST
          "An `ofType` that is never null."
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          "Its name."
          name: String!
          "What it gives."
          description: String
          "What it can be told."
          args(
            "Whether deprecated arguments are listed too."
            includeDeprecated: Boolean! = false
          ): [__InputValue!]!
          "The type of what it gives."
          type: __Type!
          "Whether new queries should no longer use it."
          isDeprecated: Boolean!
          "Why it is deprecated and what to use instead; null when it isn't."
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          "Its name."
          name: String!
          "What it means."
          description: String
          "The type of what it takes."
          type: __Type!
          "What counts when it isn't given, written as GraphQL; null when nothing does."
          defaultValue: String
          "Whether new queries should no longer use it."
          isDeprecated: Boolean!
          "Why it is deprecated and what to use instead; null when it isn't."
          deprecationReason: String
        }

        "One value of an enum."
        type __EnumValue {
          "The value itself."
          name: String!
          "What it means."
          description: String
          "Whether new queries should no longer use it."
          isDeprecated: Boolean!
          "Why it is deprecated and what to use instead; null when it isn't."
          deprecationReason: String
        }

        "An annotation that changes how a part of a document is understood or carried out."
        type __Directive {
          "Its name, without the @."
          name: String!
          "What it does."
          description: String
          "Whether it may stand more than once in one place."
          isRepeatable: Boolean!
          "Where it may stand."
          locations: [__DirectiveLocation!]!
          "What it can be told."
          args(
            "Whether deprecated arguments are listed too."
            includeDeprecated: Boolean! = false
          ): [__InputValue!]!
        }

        "The places where a directive can stand."
        enum __DirectiveLocation {
          "On a query."
          QUERY
          "On a mutation."
          MUTATION
          "On a subscription."
          SUBSCRIPTION
          "On a field of a selection."
          FIELD
          "On the definition of a fragment."
          FRAGMENT_DEFINITION
          "On the use of a named fragment."
          FRAGMENT_SPREAD
          "On a fragment written in place."
          INLINE_FRAGMENT
          "On the definition of a variable."
          VARIABLE_DEFINITION
          "On the definition of the schema."
          SCHEMA
          "On the definition of a scalar."
          SCALAR
          "On the definition of an object type."
          OBJECT
          "On the definition of a field of an object or interface."
          FIELD_DEFINITION
          "On the definition of an argument."
          ARGUMENT_DEFINITION
          "On the definition of an interface."
          INTERFACE
          "On the definition of a union."
          UNION
          "On the definition of an enum."
          ENUM
          "On the definition of an enum's value."
          ENUM_VALUE
          "On the definition of an input object."
          INPUT_OBJECT
          "On the definition of an input object's field."
          INPUT_FIELD_DEFINITION
        }
        """;
}

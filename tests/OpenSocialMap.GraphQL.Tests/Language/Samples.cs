namespace OpenSocialMap.GraphQL.Tests.Language;

/// <summary>Two documents that between them use every production of the grammar, in a layout that is already the printer's.</summary>
internal static class Samples
{
    public const string Executable = """"
        "Meeting places near a point"
        query Near($latitude: Float! = 51.8133, $themes: [Theme!]! = [MEETING, CARE] @unused, $where: PlaceFilter) @cached(seconds: 60) {
          here: places(
            near: {latitude: $latitude, longitude: -4.6e0, within: 0}
            themes: $themes
          ) @include(if: true) {
            ...PlaceParts @skip(if: false)
            ... on MeetingPlace @live {
              buurt {
                name
              }
            }
            ... @include(if: $flag) {
              id
            }
            ... {
              slug
            }
          }
          text(
            value: "a \"quoted\" \\ line\n"
            block: """
            Two
              lines
            """
            none: null
            empty: []
            nothing: {}
            flags: [true, false]
          )
        }

        mutation {
          suggest(input: {name: "Buurtkamer"}) {
            id
          }
        }

        subscription Changes {
          changed
        }

        """What every list shows"""
        fragment PlaceParts on Place @mask {
          name
        }

        {
          __typename
        }
        """";

    public const string TypeSystem = """"
        """The contract"""
        schema @link(url: "https://example.org/spec") {
          query: Query
          mutation: Mutation
          subscription: Subscription
        }

        """
        A place where
        people meet
        """
        type Place implements Node & Located @key(fields: "id") {
          id: ID!
          """Its name"""
          name(language: Language = NL, fallback: Boolean = true): String @deprecated(reason: "Use label")
          themes(
            "How many"
            first: Int = 10 @range(min: 1)
            after: [[String!]]! = [["a"], []]
          ): [Theme!]!
        }

        type Bare

        scalar Date @specifiedBy(url: "https://example.org/date")

        interface Located implements Node {
          id: ID!
        }

        union Result @search = Place | Partner

        union Nothing

        enum Theme @stable {
          "Care and help"
          CARE
          MEETING @deprecated
        }

        enum Empty

        input PlaceFilter @oneOf {
          name: StringFilter = {eq: "x", in: [1, 2.5, null]}
          free: Boolean
        }

        directive @cached(
          """For how long"""
          seconds: Int!
        ) repeatable on QUERY | FIELD_DEFINITION

        directive @live on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION | VARIABLE_DEFINITION | SUBSCRIPTION | MUTATION

        extend schema @link(url: "https://example.org/more") {
          subscription: Subscription
        }

        extend schema @once

        extend scalar Date @format

        extend type Place implements Rated

        extend type Place {
          rating: Int
        }

        extend interface Located @spatial

        extend union Result = Wijk

        extend enum Theme {
          MONEY
        }

        extend input PlaceFilter {
          slug: String
        }
        """";
}

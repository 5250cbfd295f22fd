using System.Collections;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

/// <summary>Walks a tree by its properties, so that no kind of node is forgotten.</summary>
internal static class Nodes
{
    public static IEnumerable<Node> Within(Node root) =>
        root.GetType().GetProperties().Select(property => property.GetValue(root)).SelectMany(Children).SelectMany(Within).Prepend(root);

    private static IEnumerable<Node> Children(object? value) => value switch
    {
        Node node => [node],
        IEnumerable list and not string => list.OfType<Node>(),
        _ => [],
    };
}

using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>Gathers what is wrong with a schema, so that its author reads everything at once, each with file, line and column.</summary>
internal sealed class SchemaErrors(IReadOnlyList<Document> documents)
{
    private readonly List<(int Document, int Offset, GraphQLError Error)> _errors = [];

    /// <summary>All errors in the order of the text; those about the schema as a whole first.</summary>
    public IReadOnlyList<GraphQLError> InOrder =>
        [.. _errors.OrderBy(e => e.Document).ThenBy(e => e.Offset).Select(e => e.Error)];

    public void Report(string message, params IEnumerable<Node?> nodes)
    {
        var places = nodes.OfType<Node>().Select(node => (Document: DocumentOf(node), node.Span.Start)).ToList();
        var locations = places.Select(place => documents[place.Document].Source.LocationOf(place.Start)).ToList();
        var hint = string.Join(" and ", places.Zip(locations,
            (place, at) => $"{documents[place.Document].Source.Name}, line {at.Line}, column {at.Column}"));
        var error = new GraphQLError(message, ErrorCodes.Validation)
        {
            Locations = locations,
            Hint = places.Count == 0 ? null : $"See {hint}.",
        };
        _errors.Add(places.Count == 0 ? (-1, 0, error) : (places[0].Document, places[0].Start, error));
    }

    // Only a broken schema pays for this search; a sound one keeps no back references.
    private int DocumentOf(Node node)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            if (documents[i].Definitions.SelectMany(SdlNodes.SelfAndBelow).Any(candidate => ReferenceEquals(candidate, node))) return i;
        }
        throw new ArgumentException($"This {node.GetType().Name} is in none of the schema's documents.", nameof(node));
    }
}

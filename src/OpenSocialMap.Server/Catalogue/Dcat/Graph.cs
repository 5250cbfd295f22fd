namespace OpenSocialMap.Server.Catalogue.Dcat;

/// <summary>Statements of linked data in the order in which they are to be read, with the words that they come from. https://www.w3.org/TR/rdf11-concepts/</summary>
internal sealed class Graph
{
    /// <summary>Short names of the vocabularies.</summary>
    public static readonly IReadOnlyDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        ["adms"] = "http://www.w3.org/ns/adms#",
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dcatap"] = "http://data.europa.eu/r5r/",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["geo"] = "http://www.opengis.net/ont/geosparql#",
        ["locn"] = "http://www.w3.org/ns/locn#",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["spdx"] = "http://spdx.org/rdf/terms#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    public List<Resource> Resources { get; } = [];

    public Resource Add(string address, string type)
    {
        var resource = new Resource(address, type);
        Resources.Add(resource);
        return resource;
    }
}

/// <summary>A thing with an address, its type, and what is said of it.</summary>
/// <param name="type">With a short name: dcat:Dataset.</param>
internal sealed class Resource(string address, string type)
{
    public string Address => address;

    public string Type => type;

    /// <summary>Properties with short names, each with its value.</summary>
    public List<(string Property, Term Value)> Statements { get; } = [];

    public Resource Has(string property, Term? value)
    {
        if (value is not null)
            Statements.Add((property, value));
        return this;
    }

    /// <summary>The text in Dutch and, where there is one, in English.</summary>
    public Resource Says(string property, string? dutch, string? english) =>
        Has(property, dutch is null ? null : new Term.Text(dutch, "nl")).Has(property, english is null ? null : new Term.Text(english, "en"));

    public Resource Links(string property, string? other) => Has(property, other is null ? null : new Term.Link(other));

    public Resource Has(string property, DateOnly date) => Has(property, new Term.Typed(date.ToString("O"), "xsd:date"));
}

/// <summary>What a property can have for a value.</summary>
internal abstract record Term
{
    private Term()
    {
    }

    /// <summary>Another thing, by its address.</summary>
    public sealed record Link(string Address) : Term;

    /// <summary>A text in a language; null for none in particular.</summary>
    public sealed record Text(string Value, string? Language) : Term;

    /// <summary>A value of a type, such as a date; the type with its short name.</summary>
    public sealed record Typed(string Value, string Type) : Term;
}

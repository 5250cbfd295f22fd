using System.Text.Json;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>
/// How one scalar reads its input. A scalar of the schema's own is made by deriving from this; the result is a plain CLR value
/// (string, int, double, bool, DateOnly ...) that the server knows how to send to its database.
/// </summary>
public abstract class ScalarCoercion
{
    /// <summary>Reads a JSON value, never null. Returns what is wrong in plain English, or null when <paramref name="value"/> holds the result.</summary>
    public abstract string? FromJson(JsonElement json, out object? value);

    /// <summary>
    /// Reads a literal, never null and without variables in it. The default writes it as JSON (an enum value as a string) and reads that;
    /// the five built-in scalars are stricter, as the specification demands.
    /// </summary>
    public virtual string? FromLiteral(ValueNode literal, out object? value) => FromJson(LiteralJson.Of(literal), out value);

    /// <summary>How many times the weight of the scalar a value counts in the cost of an operation, for values that differ much in size.</summary>
    public virtual double SizeOf(object value) => 1;

    /// <summary>The text of a JSON string, or null when it holds half of a surrogate pair: JSON allows that, UTF-8 doesn't.</summary>
    protected internal static string? TextOf(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

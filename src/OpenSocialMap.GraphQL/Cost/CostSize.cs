using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Cost;

/// <summary>How many items a list can have: a number that the document or the SDL states, or one that each request's variables give.</summary>
/// <param name="Value">The number, or the least that it can be.</param>
/// <param name="Read">Reads the size from the variables; null when <paramref name="Value"/> is the size.</param>
internal sealed record CostSize(double Value, Func<CoercedVariables, double>? Read = null)
{
    public static readonly CostSize One = new(1);

    public double Of(CoercedVariables variables) => Read is null ? Value : Math.Max(Value, Read(variables));

    /// <summary>The size that this argument gives. What is above the largest page counts as that: such a page is refused for its own sake.</summary>
    public static CostSize Of(LeafInput argument, int largest) => argument.Node is Variable
        ? new CostSize(0, variables => Number(argument.Read(variables), largest))
        : new CostSize(Number(argument.Value, largest));

    /// <summary>The size of the scalar that is given here; none when it is null.</summary>
    public static CostSize Of(LeafInput value, ScalarType scalar)
    {
        double Size(object? given) => given is null ? 0 : scalar.Coercion.SizeOf(given);
        return value.IsNull ? new CostSize(0) : new CostSize(0, variables => Size(value.Read(variables)));
    }

    /// <summary>The larger of two, whichever that will be.</summary>
    public static CostSize Largest(CostSize a, CostSize b) => (a.Read, b.Read) switch
    {
        (null, null) => new CostSize(Math.Max(a.Value, b.Value)),
        (null, { } read) => new CostSize(Math.Max(a.Value, b.Value), read),
        ({ } read, null) => new CostSize(Math.Max(a.Value, b.Value), read),
        _ => new CostSize(0, variables => Math.Max(a.Of(variables), b.Of(variables))),
    };

    private static double Number(object? value, int largest) => value is int number ? Math.Clamp(number, 0, largest) : 0;
}

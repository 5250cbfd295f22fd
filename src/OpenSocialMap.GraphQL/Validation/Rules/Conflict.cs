using System.Text;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>Two fields that can't be merged into one response key, or that hold such fields.</summary>
/// <param name="Key">The response key.</param>
/// <param name="Reason">The rest of a sentence that begins with "because".</param>
/// <param name="First">The one field, then those inside it that conflict with their counterparts.</param>
/// <param name="Second">The other field, and those inside it.</param>
internal sealed record Conflict(string Key, string Reason, IReadOnlyList<Field> First, IReadOnlyList<Field> Second)
{
    // A document that conflicts everywhere doesn't get an answer longer than itself.
    private const int MaxReason = 1000;
    private const int MaxFields = 20;

    /// <summary>The conflict of two fields whose sub-selections conflict.</summary>
    public static Conflict Around(string key, Field first, Field second, IReadOnlyList<Conflict> below)
    {
        var reason = new StringBuilder();
        foreach (var conflict in below)
        {
            reason.Append(reason.Length == 0 ? "" : " and ").Append($"subfields \"{conflict.Key}\" conflict because {conflict.Reason}");
            if (reason.Length > MaxReason)
            {
                reason.Length = MaxReason;
                reason.Append("...");
                break;
            }
        }
        return new Conflict(key, reason.ToString(), Around(first, below.Select(c => c.First)), Around(second, below.Select(c => c.Second)));
    }

    private static List<Field> Around(Field outer, IEnumerable<IReadOnlyList<Field>> inner)
    {
        var fields = new List<Field> { outer };
        foreach (var side in inner)
        {
            // Of too many, the innermost say most.
            fields.AddRange(side.TakeLast(MaxFields - fields.Count));
            if (fields.Count == MaxFields) break;
        }
        return fields;
    }
}

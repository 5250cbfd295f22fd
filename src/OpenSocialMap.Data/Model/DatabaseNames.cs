using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OpenSocialMap.Data.Model;

/// <summary>Names tables and columns after types and properties, in snake_case: the one naming rule of the database.</summary>
internal static class DatabaseNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var type in model.GetEntityTypes())
        {
            var root = type.GetRootType();
            if (type.FindOwnership() is { } ownership)
                NameOwned(type, ownership);
            else
                NameEntity(type, Snake(root.ShortName()));
        }
    }

    static void NameEntity(IMutableEntityType type, string table)
    {
        // What is only read is a view, by the name that it was given.
        if (type.GetViewName() is null)
            type.SetTableName(table);
        foreach (var property in type.GetDeclaredProperties())
            property.SetColumnName(Snake(property.Name));
        foreach (var part in type.GetDeclaredComplexProperties())
            foreach (var property in part.ComplexType.GetProperties())
                property.SetColumnName(Within(part.Name, property.Name));
    }

    static void NameOwned(IMutableEntityType type, IMutableForeignKey ownership)
    {
        if (type.GetViewName() is null)
            type.SetTableName(Snake(ownership.PrincipalEntityType.GetRootType().ShortName()));
        foreach (var property in type.GetDeclaredProperties())
            property.SetColumnName(Within(ownership.PrincipalToDependent!.Name, property.Name));
        // The owned part shares the row of its owner, so it shares the columns of the owner's key.
        foreach (var (own, principal) in ownership.Properties.Zip(ownership.PrincipalKey.Properties))
            own.SetColumnName(Snake(principal.Name));
    }

    // The schema.org name addressLocality carries its owner's name already.
    static string Within(string owner, string name) =>
        Snake(name).StartsWith(Snake(owner) + "_", StringComparison.Ordinal) ? Snake(name) : $"{Snake(owner)}_{Snake(name)}";

    public static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}

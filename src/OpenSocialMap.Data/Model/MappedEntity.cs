using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OpenSocialMap.Data.Model;

/// <summary>One entity, or a part that is kept in its owner's row, with the columns of its properties.</summary>
/// <param name="IsPart">Whether it is kept in the rows of its owners; its columns are named without the owner's prefix.</param>
/// <param name="Columns">Property to column.</param>
/// <param name="Parts">Property to the owner's columns that may be null.</param>
/// <param name="References">Navigation to one, to the column with its key.</param>
/// <param name="Collections">Navigation to many, to the columns that join.</param>
public sealed record MappedEntity(
    bool IsPart,
    Dictionary<string, string> Columns,
    Dictionary<string, string[]> Parts,
    Dictionary<string, string> References,
    Dictionary<string, MappedJoin> Collections)
{
    internal static MappedEntity Of(ITypeBase type)
    {
        var entity = new MappedEntity(IsKeptByOwner(type), [], [], [], []);
        foreach (var property in type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
            entity.Columns.Add(property.Name, ColumnOf(property, type));
        foreach (var part in type.GetComplexProperties().OrderBy(part => part.Name, StringComparer.Ordinal))
            entity.Parts.Add(part.Name, Nullable(part.ComplexType.GetProperties()));
        foreach (var navigation in (type as IEntityType)?.GetNavigations().OrderBy(navigation => navigation.Name, StringComparer.Ordinal) ?? Enumerable.Empty<INavigation>())
            entity.Add(navigation, type);
        return entity;
    }

    private void Add(INavigation navigation, ITypeBase type)
    {
        var key = navigation.ForeignKey;
        if (navigation.TargetEntityType.IsOwned())
            Parts.Add(navigation.Name, Nullable(navigation.TargetEntityType.GetProperties().Where(property => !property.IsPrimaryKey())));
        else if (navigation.IsCollection)
            Collections.Add(navigation.Name, new MappedJoin(key.PrincipalKey.Properties[0].GetColumnName(), key.Properties[0].GetColumnName()));
        else
            References.Add(navigation.Name, ColumnOf(key.Properties[0], type));
    }

    private static bool IsKeptByOwner(ITypeBase type) => type is IComplexType || type is IEntityType entity && entity.IsOwned();

    private static string[] Nullable(IEnumerable<IProperty> properties) => [.. properties.Where(property => property.IsNullable).Select(property => property.GetColumnName())];

    private static string ColumnOf(IProperty property, ITypeBase type)
    {
        var column = property.GetColumnName();
        return Prefix(type) is { } prefix && column.StartsWith(prefix, StringComparison.Ordinal) ? column[prefix.Length..] : column;
    }

    private static string? Prefix(ITypeBase type) => type switch
    {
        IComplexType part => DatabaseNames.Snake(part.ComplexProperty.Name) + "_",
        IEntityType entity when entity.FindOwnership()?.PrincipalToDependent is { } navigation => DatabaseNames.Snake(navigation.Name) + "_",
        _ => null,
    };
}

/// <summary>How the many find their one.</summary>
/// <param name="Column">The column of the one.</param>
/// <param name="ForeignColumn">The column of the many.</param>
public sealed record MappedJoin(string Column, string ForeignColumn);

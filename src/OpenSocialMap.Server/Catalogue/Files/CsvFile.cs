using System.Text;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>The figures as a table with a column for each dimension; <see cref="CsvwMetadata"/> describes it.</summary>
internal sealed class CsvFile(Edition edition) : FileWriter(edition)
{
    private readonly StringBuilder _csv = new();
    private readonly IReadOnlyList<Column> _columns = Column.Of(edition.Dataset);

    public override void Begin() => CsvText.AppendRow(_csv, _columns.Select(column => column.Name));

    public override void Write(Figure figure) =>
        CsvText.AppendRow(_csv, _columns.Select(column => column.Datatype == "string" ? CsvText.Harmless(column.Read(figure)) : column.Read(figure)));

    public override void End()
    {
    }

    public override void Flush() => Send(_csv);
}

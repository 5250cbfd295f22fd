using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>Compiles the days of a page of occurrences. It reads the page by itself, because no aggregate of SQL holds another.</summary>
/// <param name="alias">The alias of the page's rows.</param>
internal sealed class DayCompiler(StatementCompiler compiler, RowBinding target, string alias)
{
    /// <param name="rows">The rows of the page with their numbers, for the SQL that reads them; one more than the page has may follow.</param>
    public string Compile(PlannedField days, Func<string, string> rows, Paging page)
    {
        var type = (ObjectType)days.Definition.Type.Named;
        var day = compiler.Writer.NextAlias();
        var columns = new List<string> { $"{alias}.date" };
        var json = new JsonText().Text("{");
        var first = true;
        foreach (var field in compiler.Collect(type, days.Selections, days.Path))
        {
            json.Key(field.ResponseKey, first);
            first = false;
            switch (field.Name)
            {
                case "__typename":
                    json.Text($"\"{type.Name}\"");
                    break;
                case "date":
                    json.Sql($"to_json({day}.date)");
                    break;
                case "nodes":
                    var items = $"items{columns.Count}";
                    var order = page.Backward ? $"{alias}.page_row desc" : $"{alias}.page_row";
                    columns.Add($"string_agg({compiler.Row(target, new RowScope(alias), field)}, ',' order by {order}) as {items}");
                    json.Text("[").Sql($"{day}.{items}").Text("]");
                    break;
            }
        }
        var selected = string.Join(", ", columns);
        var grouped = $"select {selected} from ({rows(selected)}) {alias} where {alias}.page_row <= {page.Size} group by {alias}.date";
        return $"(select string_agg({json.Text("}")}, ',' order by {day}.date) from ({grouped}) {day})";
    }
}

using System.Text.RegularExpressions;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Compiles a connection: the rows of one page in an inner select with its LIMIT, the JSON of nodes and edges around it. One row more
/// than the page has tells whether there is a next one; a total is counted only when it is asked for.
/// </summary>
internal sealed partial class ListCompiler
{
    private static readonly string[] Counted = ["page_row", "page_rows"];
    private readonly StatementCompiler _compiler;
    private readonly SqlWriter _writer;
    private readonly ListBinding _list;
    private readonly RowScope? _parent;
    private readonly PlannedField _field;
    private readonly IReadOnlyList<PlannedField> _selected;
    private readonly string _alias;
    private readonly string? _distance;
    private readonly Paging _page;
    private readonly Ordering _ordering;
    private bool _hasCursors;
    private bool _readsRows;

    public ListCompiler(StatementCompiler compiler, ListBinding list, RowScope? parent, PlannedField field)
    {
        (_compiler, _writer, _list, _parent, _field) = (compiler, compiler.Writer, list, parent, field);
        _selected = compiler.Collect((ObjectType)field.Definition.Type.Named, field.Selections, field.Path);
        _alias = _writer.NextAlias();
        _distance = Near.Distance(compiler, list.Target, _alias, field);
        _page = Paging.Of(compiler, field);
        var row = new RowScope(_alias, Distance: _distance);
        _ordering = OrderingOf(row);
    }

    private bool NeedsPageInfo => _selected.Any(f => f.Name == "pageInfo");

    /// <summary>A select of one value: the connection as JSON text. Rows that no aggregate reads are not selected, for each would be an answer.</summary>
    public string Compile()
    {
        var json = new JsonText().Text("{");
        var first = true;
        foreach (var field in _selected)
        {
            json.Key(field.ResponseKey, first);
            first = false;
            Append(json, field);
        }
        var text = json.Text("}").ToString();
        return _readsRows ? $"select {text} from ({Rows(text)}) {_alias}" : $"select {text}";
    }

    private void Append(JsonText json, PlannedField field)
    {
        switch (field.Name)
        {
            case "__typename":
                json.Text($"\"{_field.Definition.Type.Named.Name}\"");
                break;
            case "totalCount":
                json.Sql($"({TotalCount()})");
                break;
            case "facets":
                json.Sql(new FacetCompiler(_compiler, _list.Target.Name, Source).Compile(field));
                break;
            case "nodes":
                json.Text("[").Sql(Aggregate(_compiler.Row(_list.Target, new RowScope(_alias), field))).Text("]");
                break;
            case "edges":
                json.Text("[").Sql(Aggregate(Edge(field))).Text("]");
                break;
            case "days":
                json.Text("[").Sql(new DayCompiler(_compiler, _list.Target, _alias).Compile(field, Numbered, _page)).Text("]");
                break;
            case "pageInfo":
                PageInfo(json, field);
                break;
        }
    }

    /// <summary>The row past the page is looked at by no aggregate; a page counted from the end is turned round again.</summary>
    private string Aggregate(string item)
    {
        _readsRows = true;
        var order = _page.Backward ? $" order by {_alias}.page_row desc" : "";
        var filter = NeedsPageInfo ? $" filter (where {_alias}.page_row <= {_page.Size})" : "";
        return $"string_agg({item}, ','{order}){filter}";
    }

    private string Edge(PlannedField edges)
    {
        var type = (ObjectType)edges.Definition.Type.Named;
        var json = new JsonText().Text("{");
        var first = true;
        foreach (var field in _compiler.Collect(type, edges.Selections, edges.Path))
        {
            json.Key(field.ResponseKey, first);
            first = false;
            switch (field.Name)
            {
                case "__typename":
                    json.Text($"\"{type.Name}\"");
                    break;
                case "cursor":
                    json.Sql(Cursor());
                    break;
                case "node":
                    _compiler.Append(json, _list.Target, new RowScope(_alias), field);
                    break;
                case "distance":
                    json.Sql(_distance is null ? "'null'" : Near.Json($"{_alias}.distance"));
                    break;
                case "highlights":
                    json.Sql(SearchText.Highlights(_compiler, _field, field, _alias));
                    break;
                case "rank":
                    _compiler.EdgeField(json, type, field, new RowScope(_alias));
                    break;
                default:
                    _compiler.EdgeField(json, type, field, new RowScope(_alias, "link_"));
                    break;
            }
        }
        return json.Text("}").ToString();
    }

    private string Cursor()
    {
        _hasCursors = true;
        return Keyset.Cursor(_ordering, [.. _ordering.Terms.Select((_, i) => $"{_alias}.o{i}")]);
    }

    private void PageInfo(JsonText json, PlannedField pageInfo)
    {
        json.Text("{");
        var first = true;
        foreach (var field in _compiler.Collect((ObjectType)pageInfo.Definition.Type.Named, pageInfo.Selections, pageInfo.Path))
        {
            json.Key(field.ResponseKey, first);
            first = false;
            json.Sql(field.Name switch
            {
                "hasNextPage" => _page.Backward ? Beyond(_page.Before, after: true) : MoreRows(),
                "hasPreviousPage" => _page.Backward ? MoreRows() : Beyond(_page.After, after: false),
                "startCursor" => CursorAt(first: true),
                "endCursor" => CursorAt(first: false),
                _ => "'\"PageInfo\"'",
            });
        }
        json.Text("}");
    }

    private string MoreRows()
    {
        _readsRows = true;
        return $"(count(*) > {_page.Size})::text";
    }

    private string CursorAt(bool first)
    {
        _readsRows = true;
        var row = first != _page.Backward ? "1" : $"least({_page.Size}, {_alias}.page_rows)";
        return $"coalesce(max({Cursor()}) filter (where {_alias}.page_row = {row} and {_page.Size} > 0), 'null')";
    }

    /// <summary>Whether rows lie on the other side of the cursor that the page starts from.</summary>
    private string Beyond(LeafInput? cursor, bool after)
    {
        if (cursor is null)
            return "'false'";
        var alias = _writer.NextAlias();
        var (from, conditions) = Source(alias);
        var ordering = OrderingOn(alias);
        conditions.Add($"({Keyset.Condition(_compiler, ordering, cursor, after: !after, _field)}) is not true");
        return $"(exists (select from {from}{Where(conditions)}))::text";
    }

    private Ordering OrderingOn(string alias)
    {
        var row = new RowScope(alias, Distance: Near.Distance(_compiler, _list.Target, alias, _field));
        return OrderingOf(row);
    }

    private Ordering OrderingOf(RowScope row) =>
        _list is SearchBinding ? SearchText.Ordering(_compiler, row) : Ordering.Of(_compiler, _list, row, _field);

    /// <param name="json">What reads them.</param>
    private string Rows(string json)
    {
        if (NeedsPageInfo)
            return $"select {_alias}.*, row_number() over () as page_row, count(*) over () as page_rows from ({Page(json)}) {_alias}";
        return _page.Backward ? Numbered(json) : Page(json);
    }

    private string Numbered(string json) => $"select {_alias}.*, row_number() over () as page_row from ({Page(json)}) {_alias}";

    private string Page(string json)
    {
        var (from, conditions) = Source(_alias);
        if (_page.After is { } after)
            conditions.Add(Keyset.Condition(_compiler, _ordering, after, after: true, _field));
        if (_page.Before is { } before)
            conditions.Add(Keyset.Condition(_compiler, _ordering, before, after: false, _field));
        return $"select {string.Join(", ", Columns(json))} from {from}{Where(conditions)} order by {_ordering.Sql(_page.Backward)} limit {_page.Size}{(NeedsPageInfo ? " + 1" : "")}";
    }

    /// <summary>The columns that the JSON reads. PostgreSQL would make a row of all, those that nobody reads as nulls, and that takes its time.</summary>
    private IEnumerable<string> Columns(string json)
    {
        var read = ColumnOfRow().Matches(json).Where(m => m.Groups["row"].Value == _alias).Select(m => m.Groups["column"].Value).ToHashSet();
        if (_distance is not null && read.Remove("distance"))
            yield return $"{_distance} as distance";
        foreach (var column in _list.Link?.Via?.Edge ?? [])
        {
            if (read.Remove($"link_{column}"))
                yield return $"{_alias}_link.{column} as link_{column}";
        }
        for (var i = 0; _hasCursors && i < _ordering.Terms.Count; i++)
        {
            if (read.Remove($"o{i}"))
                yield return $"{_ordering.Terms[i].Sql} as o{i}";
        }
        foreach (var column in read.Except(Counted))
            yield return $"{_alias}.{column}";
    }

    private string TotalCount()
    {
        var (from, conditions) = Source(_writer.NextAlias());
        return $"select count(*) from {from}{Where(conditions)}";
    }

    /// <summary>What to select from, and the conditions that hold for the list whichever page is asked for.</summary>
    /// <param name="without">An argument that doesn't count.</param>
    private (string From, List<string> Conditions) Source(string alias, string? without = null)
    {
        var (from, conditions) = Listed(alias, without);
        if (_field.Argument("oncePerSeries") is LeafInput { Value: true })
        {
            var other = _writer.NextAlias();
            var (others, listed) = Listed(other, without);
            conditions.Add(AgendaFilter.FirstOfSeries(alias, other, others, listed));
        }
        return (from, conditions);
    }

    private (string From, List<string> Conditions) Listed(string alias, string? without)
    {
        var conditions = new List<string>();
        var from = Belonging(_compiler, _list, _parent, _field, alias, conditions);
        if (_list is not SearchBinding)
            conditions.AddRange(DomainFilter.Compile(_compiler, _list.Target, alias, _field, without));
        if (_field.Argument("where") is ObjectInput where && new FilterCompiler(_compiler, _field).Compile(_list.Target, new RowScope(alias), where) is { } filter)
            conditions.Add(filter);
        return (from, conditions);
    }

    /// <summary>The listed rows that belong to the row that the list hangs on; all, when it hangs on none.</summary>
    private static string Belonging(StatementCompiler compiler, ListBinding list, RowScope? parent, PlannedField field, string alias, List<string> conditions)
    {
        var from = list.From(compiler, field, alias);
        if (parent is not { } owner)
            return from;
        if (list.Link is { } link)
            from += LinkTo(owner, link, alias, conditions);
        conditions.AddRange(list.Conditions(owner, alias));
        return from;
    }

    public static string LinkTo(RowScope parent, Link link, string alias, List<string> conditions)
    {
        if (link.Via is not { } via)
        {
            conditions.Add($"{alias}.{link.TargetColumn} = {parent.Column(link.ParentColumn)}");
            return "";
        }
        conditions.Add($"{alias}_link.{via.ParentColumn} = {parent.Column(link.ParentColumn)}");
        if (via.Condition is { } condition)
            conditions.Add($"{alias}_link.{condition}");
        return $" join {via.View} {alias}_link on {alias}_link.{via.TargetColumn} = {alias}.{link.TargetColumn}";
    }

    private static string Where(List<string> conditions) => conditions.Count == 0 ? "" : " where " + string.Join(" and ", conditions);

    /// <summary>A plain list of values without identity, such as alternate names: all of them, by name.</summary>
    public static string Values(StatementCompiler compiler, ListBinding list, ObjectBinding target, RowScope parent, PlannedField field)
    {
        var alias = compiler.Writer.NextAlias();
        var conditions = new List<string>();
        var from = Belonging(compiler, list, parent, field, alias, conditions);
        var order = string.Join(", ", target.DefaultOrder.Select(column => $"{alias}.{column.Column}").Append($"{alias}.key"));
        var row = compiler.Row(target, new RowScope(alias), field);
        return $"concat('[', (select string_agg({row}, ',' order by {order}) from {from}{Where(conditions)}), ']')";
    }

    [GeneratedRegex(@"\b(?<row>t\d+)\.(?<column>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnOfRow();
}

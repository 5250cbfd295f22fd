using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

/// <summary>The raw cells of a release as a table that can be protected, and how to find one's way between the two.</summary>
/// <param name="CellOf">Of each stated cell the number in the table; -1 for those that are no numbers, and for further words on a cell.</param>
/// <param name="Shadows">Of a total that its source gives wrongly: the cell that holds what its parts really come to.</param>
internal sealed record FigureTable(StatedCells Stated, CellTable Table, int[] CellOf, ILookup<int, int> Shadows);

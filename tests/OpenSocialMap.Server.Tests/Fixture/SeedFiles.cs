using System.Security.Cryptography;
using OpenSocialMap.Data.Figures;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>A small seed in a folder of its own, for tests to change.</summary>
public sealed class SeedFiles : IDisposable
{
    const string Said = "report,line 1,2022,,";

    public SeedFiles()
    {
        Folder = PostgresFixture.MakeFolder();
        Write("sources.csv", "slug,title,publisher,kind,file_name,url,licence,attribution,published_on,temporal_coverage,description",
            "report,The report,The town,REPORT,,https://example.org/report,CC-BY-4.0,,2022-10,2022,");
        WriteFacts("municipalities.csv", "code,slug,name,year,area_total_ha,area_land_ha,inhabitants,households", "GM0001,town,Town,2023,100,90,1000,500");
        WriteFacts("wijken.csv", "code,slug,name,official_name,municipality,year,inhabitants,households,area_total_ha,area_land_ha",
            "WK000101,west,West,Wijk 01 West,GM0001,2023,400,200,50,45", "WK000102,east,East,Wijk 02 East,GM0001,2023,600,300,50,45");
        WriteFacts("buurten.csv", "code,slug,name,wijk,year,inhabitants,households,postcode4", "BU00010101,harbour,Harbour,WK000101,2023,400,200,3311");
        WriteFacts("werkgebieden.csv", "slug,name,municipality,description,used_by", "both,Both,GM0001,The whole town.,club");
        WriteFacts("werkgebied-wijken.csv", "werkgebied,wijk,coverage,reason", "both,WK000101,WHOLE,as the report says", "both,WK000102,WHOLE,as the report says");
        WriteFacts("partners.csv", "slug,name,kind,website,description", "club,The Club,ORGANISATION,https://example.org,", "choir,The Choir,,,");
        WriteFacts("meeting-places.csv",
            "slug,name,kind,description,street_address,postal_code,address_note,longitude,latitude,location_precision,location_note,area,operator,website,"
            + "contained_in,replaced_by,status",
            "hall,The Hall,COMMUNITY_CENTRE,,Plein 1,3311 AB,,4.65,51.75,EXACT,,WK000101,club,,,,ACTIVE", "barn,The Barn,,,,,,,,,,east,,,,hall,DEFUNCT");
        WriteFacts("programmes.csv", "slug,name,kind,number,description,part_of,lead", "line,The Line,PROGRAMME_LINE,1,,,club");
        WriteFacts("wijkkranten.csv", "slug,name,publisher,areas,issues_per_year,circulation,website,archive,description", "paper,The Paper,club,WK000101|east,4,500,,,");
        WriteFacts("alternate-names.csv", "type,subject,name,name_kind,slug", "Wijk,west,Wild West,OTHER,wild-west");
        WriteFacts("datasets.csv",
            "slug,name,name_english,description,description_english,programme,publisher,licence,attribution,keywords,protection_method,protection_reason,"
            + "minimum_count,zero_policy,rounding_base,minimum_denominator,minimum_mean_count,dominance_percentage",
            "census,Telling,Census,,,line,club,CC0-1.0,,people|town,SUPPRESSION,Small towns are small.,5,PUBLISH,,25,100,");
        Write("dimensions.csv", "dataset,code,name,name_english,is_additive", "census,age,Leeftijd,Age,true", "census,help,Hulp,Help,false");
        Write("categories.csv", "dataset,dimension,code,name,name_english,parent", "census,age,OLD,Oud,Old,", "census,age,OLDER,Ouder,Older,OLD", "census,help,FOOD,Eten,Food,");
        WriteFacts("indicators.csv",
            "slug,code,name,name_english,description,description_english,dataset,programme,unit,decimals,measure,counting_unit,numerator,denominator,cbs_equivalent,"
            + "licence,minimum_count,minimum_denominator",
            "people,PEOPLE,People,People,Who lives there.,,census,,persons,0,COUNT,UNIQUE_PERSONS,,,,,,");
        Release(1, "PEOPLE,WK000101,2023,2023,,400,A,F,,report,line 1,2022", "PEOPLE,WK000102,2023,2023,,,L,F,,report,line 1,2022",
            "PEOPLE,WK000102,2023,2023,age=OLD|help=FOOD,,Q,C,,report,line 1,2022");
        WriteFacts("activities/west.csv",
            "slug,name,description,themes,target_groups,access,is_accessible_for_free,price_note,in_language,language_level,minimum_age,maximum_age,place,area,organiser,"
            + "partners,programmes,status,succeeded_by,schedule_text,repeat_frequency,times_per_period,by_day,by_month,by_month_day,day_part,start_date,"
            + "end_date,start_time,end_time",
            "soup,Soup,Together at the table.,EATING_TOGETHER|MEETING,EVERYONE,WALK_IN,true,,nl|en,A2,18,99,hall,,club,HOST:choir,line,ACTIVE,,every Wednesday,"
            + "P1W,,WE,,,AFTERNOON,2022-01-01,2022-12-31,12:00,13:30",
            "walk,Walk,,EXERCISE,,,,,,,,,,WK000101,,,,,,,,,,,,,,,,");
        Write("outlines/wijken.geojson", "{\"type\":\"FeatureCollection\",\"features\":[",
            Feature("WK000101", 4.6) + ",", Feature("WK000102", 4.7), "]}");
        Write("outlines/buurten.geojson", "{\"type\":\"FeatureCollection\",\"features\":[", Feature("BU00010101", 4.6), "]}");
    }

    public string Folder { get; }

    public void Replace(string file, string old, string @new)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Removes the one line that starts like this, and returns it.</summary>
    public string Remove(string file, string start)
    {
        var path = Path.Combine(Folder, file);
        var lines = File.ReadAllLines(path).ToList();
        var line = Assert.Single(lines, it => it.StartsWith(start, StringComparison.Ordinal));
        lines.Remove(line);
        File.WriteAllLines(path, lines);
        return line;
    }

    /// <summary>Writes a release of the census, and the only row of <c>releases.csv</c>.</summary>
    public void Release(int number, params string[] rows)
    {
        var file = $"releases/census-{number}.csv";
        Write(file, [string.Join(',', ReleaseFile.Columns), .. rows]);
        var checksum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))));
        Write("releases.csv", "dataset,number,published_on,notes,file,checksum,withdrawn_on,withdrawn_reason", $"census,{number},2023-01-02,Counted.,{file},{checksum},,");
    }

    public void Append(string file, string line) => File.AppendAllText(Path.Combine(Folder, file), line + "\n");

    public void Write(string file, params string[] lines)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    void WriteFacts(string file, string columns, params string[] rows) =>
        Write(file, [columns + ",source,locator,stated_on,confirmed_on,provenance_note", .. rows.Select(row => $"{row},{Said}")]);

    static string Feature(string code, double longitude)
    {
        var (west, east) = (FormattableString.Invariant($"{longitude:0.0}"), FormattableString.Invariant($"{longitude + 0.1:0.0}"));
        var ring = $"[{west},51.7],[{east},51.7],[{east},51.8],[{west},51.8],[{west},51.7]";
        return $$$"""{"type":"Feature","id":"{{{code}}}","properties":{},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}""";
    }
}

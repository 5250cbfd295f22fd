namespace OpenSocialMap.Generator;

/// <summary>The sorts of places where people meet, with how common each is.</summary>
internal sealed record PlaceKind(string Code, string Word, double Weight, bool HasDoor = true)
{
    public static readonly PlaceKind[] All =
    [
        new("COMMUNITY_CENTRE", "Wijkcentrum", 18),
        new("NEIGHBOURHOOD_LIVING_ROOM", "Buurtkamer", 12),
        new("LIBRARY", "Bibliotheek", 7),
        new("CHURCH", "Kerk", 8),
        new("CULTURAL_CENTRE", "Cultuurhuis", 4),
        new("SQUARE", "Speelplein", 6, HasDoor: false),
        new("GARDEN", "Moestuin", 7, HasDoor: false),
        new("PLAYGROUND", "Speeltuin", 6),
        new("TOY_LIBRARY", "Speel-o-theek", 2),
        new("SPORTS_GROUND", "Sporthal", 6),
        new("SOCIAL_ENTERPRISE", "Werkplaats", 3),
        new("PARK", "Park", 3, HasDoor: false),
        new("STREET", "Hof", 4, HasDoor: false),
        new("SERVICE_POINT", "Servicepunt", 6),
        new("OTHER", "Ontmoetingsplek", 8),
    ];

    /// <summary>What may be known of getting in, with how often it is there where somebody says.</summary>
    public static readonly (string Code, double Share)[] Features =
    [
        ("STEP_FREE_ENTRANCE", 0.8), ("STEP_FREE_INSIDE", 0.75), ("WIDE_DOORS", 0.7), ("LIFT", 0.3), ("ACCESSIBLE_TOILET", 0.6), ("ACCESSIBLE_PARKING", 0.4),
        ("HANDRAILS", 0.6), ("SEATS", 0.9), ("HEARING_LOOP", 0.2), ("CLEAR_MARKINGS", 0.3), ("TACTILE_PAVING", 0.15), ("GOOD_LIGHT", 0.8),
        ("ASSISTANCE_DOG", 0.9), ("PRAM_SPACE", 0.7), ("CHANGING_TABLE", 0.35), ("QUIET_ROOM", 0.25),
    ];
}

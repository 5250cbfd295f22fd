namespace OpenSocialMap.Generator;

/// <summary>The sorts of activities that a city has, with how common each is: about as in the sources of Dordrecht.</summary>
/// <param name="Weight">How many of a hundred or so are of this sort.</param>
internal sealed record ActivityKind(string Name, string Description, double Weight, string[] Themes, string[] TargetGroups, bool IsOpenDoor = false)
{
    public static readonly ActivityKind[] All =
    [
        new("Koffieochtend", "Koffie, thee en een praatje.", 12, ["MEETING"], ["RESIDENTS_NEARBY"], IsOpenDoor: true),
        new("Inloop", "Je loopt zo binnen, ook als je niets zoekt.", 8, ["MEETING", "ADVICE"], ["RESIDENTS_NEARBY"], IsOpenDoor: true),
        new("Spreekuur", "Hulp bij brieven, formulieren en vragen over geld.", 8, ["ADVICE", "MONEY"], [], IsOpenDoor: true),
        new("Samen eten", "Een maaltijd die we samen koken.", 7, ["EATING_TOGETHER", "MEETING"], ["RESIDENTS_NEARBY"]),
        new("Taalcafé", "Nederlands oefenen door te praten.", 6, ["LANGUAGE", "LEARNING"], ["NEWCOMERS"]),
        new("Beweeggroep", "Rustig bewegen op muziek.", 6, ["EXERCISE", "HEALTH"], ["SENIORS"]),
        new("Wandelclub", "Een uur wandelen door de wijk.", 4, ["EXERCISE", "MEETING"], ["SENIORS"]),
        new("Huiswerkhulp", "Vrijwilligers helpen met huiswerk.", 5, ["LEARNING"], ["CHILDREN", "STUDENTS"]),
        new("Knutselmiddag", "Plakken, knippen en verven.", 4, ["CREATIVITY", "PLAY"], ["CHILDREN"]),
        new("Sport op het plein", "Voetbal en spelletjes buiten.", 5, ["EXERCISE", "PLAY"], ["CHILDREN", "YOUTH"]),
        new("Jongerenavond", "Muziek, games en iemand om mee te praten.", 3, ["MEETING", "PLAY"], ["YOUTH"]),
        new("Repaircafé", "Samen repareren wat kapot is.", 3, ["REPAIR_AND_SHARING"], []),
        new("Kledingruil", "Breng wat je niet meer draagt en neem mee wat past.", 2, ["REPAIR_AND_SHARING", "MONEY"], ["LOW_INCOME"]),
        new("Buurttuin", "Samen tuinieren en oogsten.", 4, ["NATURE", "NEIGHBOURHOOD"], ["RESIDENTS_NEARBY"]),
        new("Opschoonactie", "Met grijpers en zakken de straat schoon.", 3, ["NEIGHBOURHOOD", "NATURE"], ["RESIDENTS_NEARBY"]),
        new("Computerles", "Vragen over telefoon en computer.", 3, ["DIGITAL_SKILLS", "LEARNING"], ["SENIORS"]),
        new("Mantelzorgcafé", "Voor wie voor een ander zorgt.", 2, ["CARE", "MEETING"], ["CARERS"]),
        new("Geheugensalon", "Een middag voor mensen die vergeten en wie met hen leven.", 1, ["CARE", "MEETING"], ["PEOPLE_WITH_DEMENTIA", "CARERS"]),
        new("Vrouwengroep", "Vrouwen ontmoeten elkaar.", 3, ["MEETING", "PARTICIPATION"], ["WOMEN"]),
        new("Peuterinloop", "Spelen met je kind en andere ouders.", 2, ["PLAY", "MEETING"], ["PARENTS", "CHILDREN"], IsOpenDoor: true),
        new("Wijkoverleg", "Bewoners praten mee over de wijk.", 4, ["PARTICIPATION", "NEIGHBOURHOOD"], ["RESIDENTS_NEARBY"]),
        new("Zomerfeest", "Eten, muziek en spel in de straat.", 3, ["CELEBRATION", "NEIGHBOURHOOD"], ["EVERYONE"]),
        new("Zangkoor", "Zingen zonder auditie.", 2, ["CULTURE", "MEETING"], []),
        new("Stiltemoment", "Een half uur stilte.", 1, ["FAITH"], []),
        new("Buurtwacht", "Samen een ronde door de buurt.", 2, ["SAFETY", "VOLUNTEERING"], ["VOLUNTEERS"]),
        new("Sollicitatiehulp", "Een brief schrijven en oefenen voor een gesprek.", 2, ["WORK", "ADVICE"], ["LOW_INCOME"]),
        new("Woonvragen", "Over huur, ruil en reparaties.", 1, ["HOUSING", "ADVICE"], [], IsOpenDoor: true),
    ];
}

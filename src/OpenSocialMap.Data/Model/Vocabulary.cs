namespace OpenSocialMap.Data.Model;

// The closed lists of the data, in the order of the public schema. In the database and the seed a value is written as there: COMMUNITY_CENTRE.

/// <summary>What sort of document a fact comes from.</summary>
public enum SourceKind { Report, Letter, Presentation, Dataset, WebPages }

/// <summary>The levels of areas: three official ones, and the working areas of organisations.</summary>
public enum AreaKind { Municipality, Wijk, Buurt, Werkgebied }

/// <summary>How true an area's outline is to the official one.</summary>
public enum GeometryDetail { Generalised, Full }

/// <summary>Whether a working area takes in a wijk wholly.</summary>
public enum Coverage { Whole, Part }

/// <summary>What sort of organisation a partner is; a category is a line such as "Scholen" that names many.</summary>
public enum PartnerKind { Organisation, PublicBody, ResidentsGroup, Category }

/// <summary>What sort of place people meet in.</summary>
public enum PlaceKind
{
    CommunityCentre, NeighbourhoodLivingRoom, Library, Church, CulturalCentre, Square, Garden, Playground, ToyLibrary, SportsGround,
    SocialEnterprise, Park, Street, ServicePoint, Other,
}

/// <summary>How far a point may be trusted.</summary>
public enum LocationPrecision { Exact, Nearby, Area }

/// <summary>Whether a thing still goes on; null when no source says.</summary>
public enum RecordStatus { Active, TemporarilyClosed, Defunct, Inactive }

/// <summary>What an activity is about.</summary>
public enum Theme
{
    Meeting, EatingTogether, Language, Advice, Money, Health, Exercise, Creativity, Culture, RepairAndSharing, Nature, Neighbourhood,
    Learning, Care, DigitalSkills, Volunteering, Faith, Participation, Safety, Play, Celebration, Work, Housing,
}

/// <summary>Whom an activity is for.</summary>
public enum TargetGroup
{
    Everyone, Children, Youth, Parents, Women, Men, Seniors, Newcomers, LowIncome, Carers, Volunteers, Lgbti, PeopleWithDementia,
    Students, Professionals, ResidentsNearby,
}

/// <summary>How one gets in.</summary>
public enum Access { WalkIn, Registration, Appointment, Referral }

/// <summary>How well one has to know the language, by the Common European Framework of Reference.</summary>
public enum LanguageLevel { A1, A2, B1, B2, C1, C2 }

/// <summary>What may let people into a place, after schema.org's amenityFeature.</summary>
public enum AccessibilityFeature
{
    StepFreeEntrance, StepFreeInside, WideDoors, Lift, AccessibleToilet, AccessibleParking, Handrails, Seats, HearingLoop, ClearMarkings,
    TactilePaving, GoodLight, AssistanceDog, PramSpace, ChangingTable, QuietRoom,
}

/// <summary>The part of the day that a source names instead of a clock time.</summary>
public enum DayPart { Morning, Afternoon, Evening }

/// <summary>What became of one time that an activity takes place.</summary>
public enum OccurrenceStatus { Scheduled, Cancelled, Postponed, Rescheduled, Moved }

/// <summary>Whether a period of opening hours is the usual one, takes its place, or adds to it.</summary>
public enum OpeningPeriodKind { Base, Override, Overlay }

/// <summary>What a place is at a time.</summary>
public enum OpeningState { Open, Closed, ByAppointment, SelfService, WithKey, MembersOnly, HostPresent }

/// <summary>What a partner does for an activity.</summary>
public enum PartnerRole { Organiser, Host, Partner, Funder, Referrer }

/// <summary>What sort of frame a programme is.</summary>
public enum ProgrammeKind { ProgrammeLine, Programme, Method, Campaign, Policy, Network }

/// <summary>What an alternate name is.</summary>
public enum NameKind { Spelling, FormerName, ShortName, Translation, Other }

/// <summary>How a figure is to be read, after SDMX's OBS_STATUS.</summary>
public enum ObservationStatus { Normal, Provisional, Estimated, Break, Missing, NotExisting, Suppressed, Withdrawn }

/// <summary>Whether a figure may be known, after SDMX's CONF_STATUS.</summary>
public enum Confidentiality { Free, Confidential }

/// <summary>How the people behind a dataset's figures are protected.</summary>
public enum ProtectionMethod { Suppression, Rounding, None }

/// <summary>Whether it may be known that a count is zero.</summary>
public enum ZeroPolicy { Publish, Protect }

/// <summary>Whether a release holds.</summary>
public enum ReleaseStatus { Current, Superseded, Withdrawn }

/// <summary>What sort of number an indicator's values are.</summary>
public enum Measure { Count, Percentage, Mean, Amount, Class }

/// <summary>What one is in a count: somebody who is counted once, or each time; things are not about persons.</summary>
public enum CountingUnit { UniquePersons, Contacts, Households, Cases, Things }

/// <summary>Why a wijk should have something: a source asks for it, or most wijken have it.</summary>
public enum NormBasis { Demand, Custom }

/// <summary>In which role somebody confirmed a record.</summary>
public enum ConfirmationRole { Organiser, Host, Editor, SocialWorker, Municipality, Volunteer, Visitor, Other }

/// <summary>Who keeps a record: the seed files, or an editor, whose records seeding leaves alone.</summary>
public enum Origin { Seed, Editor }

namespace OpenSocialMap.Data.Model;

/// <summary>That an activity is part of a programme.</summary>
public sealed class ActivityProgramme
{
    public int ActivityKey { get; set; }
    public Activity Activity { get; set; } = null!;
    public int ProgrammeKey { get; set; }
    public Programme Programme { get; set; } = null!;
    public bool Visible { get; private set; }
}

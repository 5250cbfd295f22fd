namespace OpenSocialMap.Data.Figures;

/// <summary>What is said of a release besides its rows.</summary>
/// <param name="Dataset">The dataset's slug.</param>
/// <param name="Number">Counts from 1 within the dataset.</param>
/// <param name="Checksum">The SHA-256 of its file, in hexadecimal.</param>
public sealed record ReleaseHeader(string Dataset, int Number, DateOnly PublishedOn, string Notes, string Checksum);

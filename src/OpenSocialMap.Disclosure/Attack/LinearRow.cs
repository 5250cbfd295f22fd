namespace OpenSocialMap.Disclosure.Attack;

/// <summary>One row of a <see cref="LinearSystem"/>, while it is put together.</summary>
sealed record LinearRow(int[] Variables, double[] Coefficients, Interval Range);

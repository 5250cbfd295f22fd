using System.Runtime.CompilerServices;

namespace OpenSocialMap.Disclosure;

/// <summary>Where bad input stops.</summary>
static class Refuse
{
    public static void Unless(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] RefusalMessage message)
    {
        if (!holds)
        {
            throw new DisclosureException(message.ToString());
        }
    }

    public static void Unless(bool holds, string message)
    {
        if (!holds)
        {
            throw new DisclosureException(message);
        }
    }
}

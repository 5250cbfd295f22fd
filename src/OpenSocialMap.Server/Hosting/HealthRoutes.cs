using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenSocialMap.Data;

namespace OpenSocialMap.Server.Hosting;

/// <summary>Two addresses for whoever watches over the server: <c>/health/live</c> (it runs) and <c>/health/ready</c> (its database answers).</summary>
public static class HealthRoutes
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", timeout: TimeSpan.FromSeconds(2));
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }

    sealed class DatabaseAnswers(SocialMapDatabase database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken stop)
        {
            try
            {
                await using var command = database.Reader.CreateCommand("select 1");
                await command.ExecuteScalarAsync(stop);
                return HealthCheckResult.Healthy();
            }
            catch (DbException e)
            {
                return HealthCheckResult.Unhealthy($"The database does not answer: {e.Message}");
            }
        }
    }
}

// PostGraphile as its documentation runs it in production: a process for each processor, each with its share of the connections.
import cluster from "node:cluster";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";

const processes = availableParallelism();

if (cluster.isPrimary) {
  for (let i = 0; i < processes; i++) cluster.fork();
} else {
  const { postgraphile } = await import("postgraphile");
  const { PostGraphileAmberPreset } = await import("postgraphile/presets/amber");
  const { makePgService } = await import("postgraphile/adaptors/pg");
  const { grafserv } = await import("postgraphile/grafserv/node");
  const { PgSimplifyInflectionPreset } = await import("@graphile/simplify-inflection");
  const { PostGraphileConnectionFilterPreset } = await import("postgraphile-plugin-connection-filter");

  const instance = postgraphile({
    extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset, PostGraphileConnectionFilterPreset],
    disablePlugins: ["PgIndexBehaviorsPlugin"],
    pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ["peer"], poolConfig: { max: 5 } })],
    grafast: { explain: false },
    grafserv: { graphiql: false, websockets: false, watch: false, graphqlPath: "/graphql" },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  server.listen(Number(process.env.PORT), "127.0.0.1");
}

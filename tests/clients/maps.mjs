// The map as programs for maps read it: a client of OGC API - Features, and a decoder of vector tiles.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { OgcApiEndpoint } from '@camptocamp/ogc-client';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { ask, promise, url } from './promises.mjs';

const at = (path) => new URL(path, url).toString();
const json = async (address) => (await fetch(address)).json();

// All features of a collection, by the links "next".
async function everything(collection, query) {
  const features = [];
  let matched;
  for (let address = at(`/ogc/collections/${collection}/items?${query}`); address; ) {
    const page = await json(address);
    strictEqual(page.numberReturned, page.features.length);
    matched ??= page.numberMatched;
    features.push(...page.features);
    address = page.links.find((link) => link.rel === 'next')?.href;
  }
  strictEqual(features.length, matched);
  strictEqual(new Set(features.map((feature) => feature.id)).size, matched);
  return features;
}

await promise('a client of OGC API Features finds the collections and reads them', async () => {
  const endpoint = new OgcApiEndpoint(at('/ogc'));
  ok(await endpoint.hasFeatures);
  deepStrictEqual((await endpoint.featureCollections).sort(), ['activities', 'buurten', 'places', 'wijken']);
  const collection = await endpoint.getCollectionInfo('places');
  strictEqual(collection.title, 'Meeting places');
  const [west, south, east, north] = collection.bounds ?? (await json(at('/ogc/collections/places'))).extent.spatial.bbox[0];
  ok(west > 4 && east < 5.2 && south > 51 && north < 52);
  const [, place] = await endpoint.getCollectionItems('places', 2);
  deepStrictEqual(await endpoint.getCollectionItems('places', 1, 1), [place]);
  strictEqual((await endpoint.getCollectionItem('places', place.id)).properties.name, place.properties.name);
});

await promise('page after page gives every feature once, as GraphQL counts them', async () => {
  const { meetingPlaces, activities, wijken, buurten } = await ask(
    '{ meetingPlaces { totalCount } activities { totalCount } wijken { totalCount } buurten { totalCount } }');
  strictEqual((await everything('places', 'limit=30')).length, meetingPlaces.totalCount);
  strictEqual((await everything('activities', 'limit=150')).length, activities.totalCount);
  strictEqual((await everything('wijken', '')).length, wijken.totalCount);
  strictEqual((await everything('buurten', 'limit=1000')).length, buurten.totalCount);
});

await promise('a box gives what lies in it and nothing else', async () => {
  const [west, south, east, north] = [4.65, 51.77, 4.69, 51.81];
  const isInside = ({ geometry }) => geometry && geometry.coordinates[0] >= west && geometry.coordinates[0] <= east && geometry.coordinates[1] >= south && geometry.coordinates[1] <= north;
  const inside = await everything('places', `bbox=${west},${south},${east},${north}&limit=7`);
  const expected = (await everything('places', 'limit=1000')).filter(isInside);
  ok(expected.length > 3);
  deepStrictEqual(inside.map((feature) => feature.id).sort(), expected.map((feature) => feature.id).sort());
});

await promise('a vector tile holds the points that lie in it, where they are', async () => {
  const features = (await everything('places', 'limit=1000')).filter((feature) => feature.geometry);
  const [z, x, y] = [11, 1050, 678];
  const tile = new VectorTile(new PbfReader(await (await fetch(at(`/tiles/places/${z}/${x}/${y}.mvt`))).arrayBuffer()));
  const layer = tile.layers.places;
  const drawn = new Map();
  for (let i = 0; i < layer.length; i++) {
    const feature = layer.feature(i).toGeoJSON(x, y, z);
    drawn.set(feature.properties.id, feature);
  }
  const column = (longitude) => ((longitude + 180) / 360) * 2 ** z;
  const row = (latitude) => ((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z;
  const within = features.filter(({ geometry: { coordinates: [longitude, latitude] } }) =>
    Math.floor(column(longitude)) === x && Math.floor(row(latitude)) === y);
  ok(within.length > 10);
  for (const { id, geometry, properties } of within) {
    const same = drawn.get(id);
    ok(same, `${properties.name} is not in the tile`);
    strictEqual(same.properties.name, properties.name);
    ok(Math.abs(same.geometry.coordinates[0] - geometry.coordinates[0]) < 1e-4);
    ok(Math.abs(same.geometry.coordinates[1] - geometry.coordinates[1]) < 1e-4);
  }
});

await promise('outlines come as polygons, and a tile from too far away is empty', async () => {
  const tile = new VectorTile(new PbfReader(await (await fetch(at('/tiles/wijken/11/1050/678.mvt'))).arrayBuffer()));
  const names = Array.from({ length: tile.layers.wijken.length }, (_, i) => tile.layers.wijken.feature(i).toGeoJSON(1050, 678, 11));
  ok(names.some(({ properties, geometry }) => properties.code === 'WK050509' && /Polygon/.test(geometry.type)));
  strictEqual((await (await fetch(at('/tiles/places/3/4/2.mvt'))).arrayBuffer()).byteLength, 0);
});

await promise('the description of a layer of tiles leads to its tiles', async () => {
  for (const name of ['wijken', 'buurten', 'places', 'activities']) {
    const description = await json(at(`/tiles/${name}.json`));
    const address = description.tiles[0].replace('{z}', 11).replace('{x}', 1050).replace('{y}', 678);
    const tile = new VectorTile(new PbfReader(await (await fetch(at(new URL(address).pathname))).arrayBuffer()));
    const fields = description.vector_layers[0].fields;
    for (const property of Object.keys(tile.layers[name].feature(0).properties)) ok(property in fields, `${name} has ${property}`);
  }
});

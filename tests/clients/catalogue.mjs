// The figures as programs of others read them: portals of open data, readers of CSV on the Web and of SDMX-CSV.
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser, Store, Writer } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { promise, url } from './promises.mjs';

const at = (path) => new URL(path, url).toString();
const text = async (address) => {
  const answer = await fetch(at(address));
  ok(answer.ok, `${address}: ${answer.status}`);
  return answer.text();
};

const dcat = 'http://www.w3.org/ns/dcat#';
const spdx = 'http://spdx.org/rdf/terms#';

const turtle = async (address) => new Store(new Parser().parse(await text(address)));
const nquads = (store) => new Promise((resolve, reject) => {
  const writer = new Writer({ format: 'N-Quads' });
  writer.addQuads([...store]);
  writer.end((error, result) => (error ? reject(error) : resolve(result.split('\n').filter(Boolean).sort())));
});
const objects = (store, subject, property) => store.getObjects(subject, property, null).map((object) => object.value);
const distributions = (store) => objects(store, null, `${dcat}distribution`);

await promise('the catalogue says the same in Turtle and in JSON-LD, and nothing is fetched to read it', async () => {
  const documentLoader = (address) => { throw new Error(`it fetches ${address}`); };
  const quads = await jsonld.toRDF(JSON.parse(await text('/data/catalog.jsonld')), { documentLoader, format: 'application/n-quads' });
  deepStrictEqual(await nquads(new Store(new Parser({ format: 'N-Quads' }).parse(quads))), await nquads(await turtle('/data/catalog.ttl')));
});

await promise('the catalogue has what DCAT-AP-NL makes mandatory', async () => {
  const shapes = new Store(new Parser().parse(readFileSync(new URL('./dcat-ap-nl.ttl', import.meta.url), 'utf8')));
  const data = await turtle('/data/catalog.ttl');
  ok(data.getSubjects(null, `${dcat}Dataset`, null).length > 0);
  const report = await new SHACLValidator(shapes).validate(data);
  deepStrictEqual(report.results.map((result) => `${result.focusNode?.value} ${result.path?.value} ${result.message.map((each) => each.value)}`), []);
  // Without what is mandatory it would say so.
  data.removeQuads(data.getQuads(null, `${dcat}contactPoint`, null, null));
  ok(!(await new SHACLValidator(shapes).validate(data)).conforms);
});

await promise('a dataset by itself is described at its own address', async () => {
  const all = await turtle('/data/catalog.ttl');
  for (const dataset of objects(all, null, `${dcat}dataset`)) {
    const answer = await fetch(dataset, { headers: { accept: 'text/turtle' } });
    strictEqual(answer.headers.get('content-type'), 'text/turtle; charset=utf-8');
    ok(answer.headers.get('vary').includes('Accept'));
    ok(new Store(new Parser().parse(await answer.text())).getQuads(dataset, `${dcat}distribution`, null, null).length > 0);
  }
});

await promise('each file of the catalogue is there, of the type and with the checksum that it is said to have', async () => {
  const store = await turtle('/data/catalog.ttl');
  ok(distributions(store).length > 0);
  for (const distribution of distributions(store)) {
    const [address] = objects(store, distribution, `${dcat}downloadURL`);
    const answer = await fetch(address);
    strictEqual(answer.status, 200, address);
    const [mediaType] = objects(store, distribution, `${dcat}mediaType`);
    ok(mediaType.endsWith(`/${answer.headers.get('content-type').split(';')[0]}`), `${address}: ${mediaType}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    for (const sum of objects(store, distribution, `${spdx}checksum`)) {
      strictEqual(createHash('sha256').update(bytes).digest('hex'), objects(store, sum, `${spdx}checksumValue`)[0], address);
    }
  }
});

// Rows of CSV by RFC 4180.
function rows(csv) {
  const found = [];
  let row = [], cell = '', isQuoted = false;
  for (let i = 0; i < csv.length; i++) {
    const letter = csv[i];
    if (isQuoted && letter === '"' && csv[i + 1] === '"') { cell += '"'; i++; }
    else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted || (letter !== ',' && letter !== '\n')) cell += letter;
    else {
      row.push(cell);
      cell = '';
      if (letter === '\n') { found.push(row); row = []; }
    }
  }
  strictEqual(cell, '');
  strictEqual(row.length, 0);
  return found;
}

const releases = async () => {
  const store = await turtle('/data/catalog.ttl');
  return [...new Set(distributions(store).flatMap((each) => objects(store, each, `${dcat}accessURL`)))];
};

await promise('CSV on the Web leads from the table to its description, which every cell keeps to', async () => {
  for (const release of await releases()) {
    const answer = await fetch(`${release}/observations.csv`);
    const link = answer.headers.get('link').match(/<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/)[1];
    const metadata = JSON.parse(await text(link));
    strictEqual(metadata['@context'][0], 'http://www.w3.org/ns/csvw');
    strictEqual(new URL(metadata.url, link).toString(), `${release}/observations.csv`);
    const [header, ...table] = rows(await answer.text());
    const { columns } = metadata.tableSchema;
    deepStrictEqual(columns.map((column) => column.titles), header);
    ok(columns.every((column) => /^[A-Za-z][A-Za-z0-9_]*$/.test(column.name) && column['dc:description']['@value']));
    ok(table.length > 0);
    for (const row of table) {
      strictEqual(row.length, columns.length);
      columns.forEach((column, index) => {
        const cell = row[index];
        if (cell === '') return ok(!column.required, `${column.name} is empty`);
        const type = column.datatype.base ?? column.datatype;
        if (type === 'decimal') match(cell, /^-?\d+(\.\d+)?$/);
        else if (type === 'integer') match(cell, /^\d+$/);
        else if (column.datatype.format) match(cell, new RegExp(column.datatype.format), column.name);
      });
      const value = (name) => row[header.indexOf(name)];
      strictEqual(value('value') === '', 'QLM'.includes(value('obs_status')), row.join());
      strictEqual(value('conf_status') === 'C', value('obs_status') === 'Q', row.join());
    }
  }
});

await promise('SDMX-CSV has the columns of its version 2.0 in their order, and the same figures', async () => {
  for (const release of await releases()) {
    const [header, ...table] = rows(await text(`${release}/observations.sdmx.csv`));
    deepStrictEqual(header.slice(0, 5), ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'INDICATOR', 'REF_AREA']);
    ok(header.indexOf('TIME_PERIOD') + 1 === header.indexOf('OBS_VALUE'));
    ok(header.every((name) => /^[A-Z][A-Z0-9_]*$/.test(name)));
    strictEqual(new Set(header).size, header.length);
    const [plainHeader, ...plain] = rows(await text(`${release}/observations.csv`));
    strictEqual(table.length, plain.length);
    table.forEach((row, index) => {
      strictEqual(row.length, header.length);
      strictEqual(row[0], 'dataflow');
      match(row[1], /^[A-Z]+:[A-Z0-9_]+\(\d+\.\d+\.\d+\)$/);
      strictEqual(row[2], 'I');
      for (const [theirs, ours] of [['INDICATOR', 'indicator'], ['REF_AREA', 'area'], ['TIME_PERIOD', 'time_period'], ['OBS_VALUE', 'value'], ['OBS_STATUS', 'obs_status'], ['CONF_STATUS', 'conf_status']]) {
        strictEqual(row[header.indexOf(theirs)], plain[index][plainHeader.indexOf(ours)]);
      }
      // Every dimension has a value: a total is one too.
      ok(row.slice(3, header.indexOf('OBS_VALUE')).every((cell) => cell !== ''));
    });
  }
});

await promise('an outline comes with every area that has one', async () => {
  for (const release of await releases()) {
    const map = JSON.parse(await text(`${release}/observations.geojson`));
    strictEqual(map.type, 'FeatureCollection');
    strictEqual(new Set(map.features.map((feature) => feature.id)).size, map.features.length);
    for (const feature of map.features) {
      strictEqual(feature.type, 'Feature');
      ok(feature.geometry === null || ['Polygon', 'MultiPolygon'].includes(feature.geometry.type));
      strictEqual(feature.properties.code, feature.id);
    }
  }
});

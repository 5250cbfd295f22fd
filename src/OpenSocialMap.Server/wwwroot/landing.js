// Asks this server the example's question and shows the answer: first as a list for people, then as it came.
const query = document.getElementById('query').textContent;
const answer = document.getElementById('answer');
const words = answer.dataset;

answer.textContent = words.loading;
try {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  const json = await response.json();
  const places = json.data.meetingPlaces.nodes;
  answer.replaceChildren(places.length > 0 ? list(places) : paragraph(words.none), raw(json));
} catch {
  answer.replaceChildren(paragraph(words.failed));
}

function list(places) {
  const items = places.map(({ name, address }) => {
    const item = document.createElement('li');
    const title = document.createElement('strong');
    title.textContent = name;
    const parts = [address?.streetAddress, address?.postalCode].filter(Boolean);
    item.append(title, document.createElement('br'), parts.join(', ') || words.addressUnknown);
    return item;
  });
  const element = document.createElement('ul');
  element.className = 'places';
  element.append(...items);
  return element;
}

function raw(json) {
  const element = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = words.raw;
  const text = document.createElement('pre');
  text.tabIndex = 0;
  text.textContent = JSON.stringify(json, null, 2);
  element.append(summary, text);
  return element;
}

function paragraph(text) {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

// What every script here has in common: it is started with the address of a running server and the folder of the clone, and prints for each
// of its promises one line of JSON, which becomes a test.
export const [url, clone] = process.argv.slice(2);

const patience = 120_000;

export async function promise(name, keep) {
  // An event that never comes would keep everybody waiting.
  const late = setTimeout(() => {
    report({ name, ok: false, detail: `It took longer than ${patience / 1000} seconds.` });
    process.exit();
  }, patience);
  try {
    await keep();
    report({ name, ok: true });
  } catch (error) {
    report({ name, ok: false, detail: error.stack });
  } finally {
    clearTimeout(late);
  }
}

export function report(result) {
  process.stdout.write(JSON.stringify(result) + '\n');
}

export async function ask(query, variables = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

export async function sdl() {
  return (await fetch(`${url}?sdl`)).text();
}

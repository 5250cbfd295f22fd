// How the IDE asks: the server decides whether an operation has one answer or a stream of them (subscriptions, queries with @live).
'use strict';
const ask = (() => {
  const accept = 'application/graphql-response+json, application/json;q=0.9, text/event-stream';

  // The events of a stream as the pairs of name and data that they are.
  async function* events(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let read; !(read = await reader.read()).done;) {
      text += read.value;
      const parts = text.split('\n\n');
      text = parts.pop();
      for (const part of parts) {
        const [name, data] = ['event: ', 'data: '].map(key => part.split('\n').find(line => line.startsWith(key))?.slice(key.length));
        if (name) {
          yield { name, data };
        }
      }
    }
  }

  async function* answers(body, stopping) {
    try {
      for await (const { name, data } of events(body)) {
        if (name === 'complete') {
          return;
        }
        yield JSON.parse(data);
      }
    } catch (error) {
      if (!stopping.aborted) {
        throw error;
      }
    }
    if (!stopping.aborted) {
      throw new Error('The server ended the stream. Run the operation again to go on.');
    }
  }

  return async ({ query, variables, operationName }, { headers } = {}) => {
    const stop = new AbortController();
    const response = await fetch(location.pathname, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: accept, ...headers },
      body: JSON.stringify({ query, variables, operationName }),
      signal: stop.signal,
    });
    if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
      return response.json();
    }
    const stream = answers(response.body, stop.signal);
    // A generator that waits for an event can't be returned from until one comes; ending the request wakes it.
    return {
      [Symbol.asyncIterator]() { return this; },
      next: () => stream.next(),
      return: () => (stop.abort(), stream.return()),
    };
  };
})();

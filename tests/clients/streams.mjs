// What scripts that follow changes have in common.
import { report, url } from './promises.mjs';

export const socketUrl = url.replace('http', 'ws');

// The activity that is written while a script waits.
export const slug = 'burendag-crabbehof';

export const changes = 'subscription ($id: ID) { activityChanged(id: $id) { change activity { slug description } } }';
export const live = `query ($slug: String!) @live { activity(by: { slug: $slug }) { description } }`;

// Has the test write the activity until the event has come. Once would not do: no client of these tells when its subscription stands.
export async function whileWriting(event) {
  const writing = setInterval(() => report({ write: slug }), 250);
  try {
    return await event;
  } finally {
    clearInterval(writing);
  }
}

// The first value of an iterator for which something holds.
export async function until(iterator, holds) {
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) throw new Error('It ended.');
    if (holds(value)) return value;
  }
}

export const isUpdate = ({ data }) => data.activityChanged.change === 'UPDATED';

// What every conversation needs: who there is, a receiver for webhooks, and steps that are counted.
import { createServer } from 'node:http';

export const base = process.argv[2];

export async function accounts() {
  const { items } = await (await fetch(`${base}/simulator/accounts`)).json();
  return Object.fromEntries(items.map(account => [account.name, account]));
}

export async function receiver() {
  const arrived = [];
  const waiting = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    response.end();
    arrived.push({ body, json: JSON.parse(body), headers: request.headers });
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    arrived,
    async until(test) {
      for (;;) {
        const found = arrived.find(test);
        if (found) return found;
        await new Promise(resolve => waiting.push(resolve));
      }
    },
  };
}

export function check(condition, what) {
  if (!condition) throw new Error(what);
}

// Runs the steps in order, says of each how it went, and ends the process: clients leave sockets open.
export async function converse(steps) {
  let failed = 0;
  const limit = 20_000;
  for (const [name, step] of Object.entries(steps)) {
    let timer;
    const tooLong = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not done in ${limit} ms`)), limit); });
    try {
      await Promise.race([step(), tooLong]);
      console.log(`STEP ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`STEP failed ${name}: ${String(error.message ?? error).split('\n')[0]}`);
    } finally {
      clearTimeout(timer);
    }
  }
  process.exit(failed);
}

export const card = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard', version: '1.3',
    body: [{ type: 'Input.Text', id: 'name' }],
    actions: [{ type: 'Action.Submit', title: 'Send' }],
  },
};

// A bot framework on top of the Webex JavaScript SDK, driven by webhooks; it takes the SDK's settings.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { accounts, base, card, check, converse } from '../scene.mjs';

process.env.HYDRA_SERVICE_URL = `${base}/v1`;
process.env.U2C_SERVICE_URL = `${base}/u2c/api/v1`;
process.env.WDM_SERVICE_URL = `${base}/wdm/api/v1`;
process.env.API_URL = `${base}/v1/`;
const require = createRequire(import.meta.url);
const Framework = require('webex-node-bot-framework');
const webhook = require('webex-node-bot-framework/webhook');

const { alice, bothost } = await accounts();
const as = account => async (method, path, body) => {
  const response = await fetch(`${base}/v1/${path}`, {
    method, body: body && JSON.stringify(body), headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json' },
  });
  return response.status === 204 ? null : response.json();
};
const [call, asBot] = [as(alice), as(bothost)];

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  request.body = JSON.parse(Buffer.concat(chunks));
  response.status = code => { response.statusCode = code; return response; };
  response.send = text => response.end(text);
  response.json = value => response.end(JSON.stringify(value));
  handle(request, response);
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));

const framework = new Framework({
  token: bothost.token, webhookUrl: `http://127.0.0.1:${server.address().port}/`, webhookSecret: 's3cr3t', removeWebhooksOnStart: true,
});
const handle = webhook(framework);
const event = name => new Promise(resolve => framework.once(name, (...values) => resolve(values)));
const called = (route, count) => fetch(`${base}/simulator/ledger/await?method=POST&route=${route}&person=${bothost.email}&status=2xx&count=${count}`);
const replied = async (roomId, count) => {
  await called('/messages', count);
  return (await call('GET', `messages?roomId=${roomId}&max=1`)).items[0];
};
framework.hears('hello', bot => bot.say('markdown', 'hi **there**'));
framework.hears('card', bot => bot.sendCard(card.content, 'a card'));
let room;

await converse({
  'start: it finds itself and registers two webhooks': async () => {
    const initialized = event('initialized');
    await framework.start();
    await initialized;
    await called('/webhooks', 2);
    const { items } = await asBot('GET', 'webhooks');
    check(items.map(item => `${item.resource}/${item.event}`).join() === 'all/all,attachmentActions/created', JSON.stringify(items));
  },
  'spawn: it notices that it was added to a room': async () => {
    const spawned = event('spawn');
    room = await call('POST', 'rooms', { title: 'Orchard' });
    await call('POST', 'memberships', { roomId: room.id, personId: bothost.personId });
    const [bot] = await spawned;
    check(bot.room.id === room.id, 'another room');
  },
  'hears: it answers a mention': async () => {
    await call('POST', 'messages', { roomId: room.id, markdown: `<@personId:${bothost.personId}> hello` });
    check((await replied(room.id, 1)).text === 'hi there', 'text');
  },
  'cards: it sends one and gets the submit': async () => {
    await call('POST', 'messages', { roomId: room.id, markdown: `<@personId:${bothost.personId}> card` });
    const sent = await replied(room.id, 2);
    const submitted = event('attachmentAction');
    await call('POST', 'attachment/actions', { type: 'submit', messageId: sent.id, inputs: { name: 'Ann' } });
    const [, action] = await submitted;
    check(action.attachmentAction.inputs.name === 'Ann', 'inputs');
  },
  'despawn: it notices that it was removed': async () => {
    const despawned = event('despawn');
    const own = (await call('GET', `memberships?roomId=${room.id}`)).items.find(item => item.personId === bothost.personId);
    await call('DELETE', `memberships/${own.id}`);
    await despawned;
  },
});

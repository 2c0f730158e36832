// The Webex JavaScript SDK (2.x; the main module of 3.x needs a browser): HYDRA_SERVICE_URL is its REST base, U2C_SERVICE_URL its catalogue of services.
import { createRequire } from 'node:module';
import { createHmac } from 'node:crypto';
import { accounts, base, card, check, converse, receiver } from '../scene.mjs';

process.env.HYDRA_SERVICE_URL = `${base}/v1`;
process.env.U2C_SERVICE_URL = `${base}/u2c/api/v1`;
process.env.WDM_SERVICE_URL = `${base}/wdm/api/v1`;
const Webex = createRequire(import.meta.url)('webex');

const { alice, bob, bothost } = await accounts();
const as = account => new Promise(resolve => {
  const webex = Webex.init({ credentials: { access_token: account.token }, config: { logger: { level: 'silent' } } });
  webex.once('ready', () => resolve(webex));
});
const [asAlice, asBot] = [await as(alice), await as(bothost)];
const hooks = await receiver();
let room, message, posted;

await converse({
  'people: me, get, list': async () => {
    check((await asAlice.people.get('me')).emails[0] === alice.email, 'me');
    check((await asAlice.people.get(bob.personId)).displayName === 'Bob Brown', 'get');
    check((await asAlice.people.list({ email: bob.email })).items[0].id === bob.personId, 'list');
  },
  'rooms: create, get, update, list': async () => {
    room = await asAlice.rooms.create({ title: 'Orchard' });
    check((await asAlice.rooms.get(room.id)).title === 'Orchard', 'get');
    check((await asAlice.rooms.update({ ...room, title: 'Garden' })).title === 'Garden', 'update');
    check((await asAlice.rooms.list({ max: 10 })).items.some(item => item.id === room.id), 'list');
  },
  'memberships: create, list, update, remove': async () => {
    const bot = await asAlice.memberships.create({ roomId: room.id, personId: bothost.personId });
    check((await asAlice.memberships.list({ roomId: room.id })).items.length === 2, 'list');
    check((await asAlice.memberships.update({ ...bot, isModerator: true })).isModerator === true, 'update');
    await asAlice.memberships.update({ ...bot, isModerator: false });
    const third = await asAlice.memberships.create({ roomId: room.id, personEmail: bob.email });
    await asAlice.memberships.remove(third);
    check((await asAlice.memberships.list({ roomId: room.id })).items.length === 2, 'remove');
  },
  'messages: create, get, list, thread, remove': async () => {
    message = await asAlice.messages.create({ roomId: room.id, markdown: '**bold** words' });
    check((await asAlice.messages.get(message.id)).text === 'bold words', 'get');
    const reply = await asAlice.messages.create({ roomId: room.id, parentId: message.id, text: 'a reply' });
    check((await asAlice.messages.list({ roomId: room.id, parentId: message.id })).items[0].id === reply.id, 'thread');
    await asAlice.messages.remove(reply);
    check((await asAlice.messages.list({ roomId: room.id })).items.length === 1, 'remove');
  },
  'paging: all pages by their links': async () => {
    for (let number = 0; number < 24; number++) await asAlice.messages.create({ roomId: room.id, text: `${number}` });
    let page = await asAlice.messages.list({ roomId: room.id, max: 10 });
    const ids = page.items.map(item => item.id);
    while (page.hasNext()) {
      page = await page.next();
      ids.push(...page.items.map(item => item.id));
    }
    check(new Set(ids).size === 25 && ids.length === 25, `${ids.length} messages`);
  },
  'webhooks: create, update, list; receive a signed one': async () => {
    const hook = await asBot.webhooks.create({ name: 'js', targetUrl: hooks.url, resource: 'messages', event: 'created', secret: 's3cr3t' });
    check((await asBot.webhooks.update({ ...hook, name: 'renamed' })).name === 'renamed', 'update');
    check((await asBot.webhooks.list()).items.length === 1, 'list');
    posted = await asAlice.messages.create({ roomId: room.id, markdown: `<@personId:${bothost.personId}> hello` });
    const { body, json, headers } = await hooks.until(one => one.json.data.id === posted.id);
    check(headers['x-spark-signature'] === createHmac('sha1', 's3cr3t').update(body).digest('hex'), 'signature');
    check((await asBot.messages.get(json.data.id)).text === 'BotHost hello', 'read back');
    await asBot.webhooks.remove(hook);
  },
  'cards: post, submit, read the inputs': async () => {
    const sent = await asBot.messages.create({ roomId: room.id, markdown: 'a card', attachments: [card] });
    const action = await asAlice.attachmentActions.create({ type: 'submit', messageId: sent.id, inputs: { name: 'Ann' } });
    check((await asBot.attachmentActions.get(action.id)).inputs.name === 'Ann', 'inputs');
  },
  'errors: not found is told': async () => {
    const error = await asAlice.messages.get('unknown').then(() => null, reason => reason);
    check(error?.statusCode === 404, `status ${error?.statusCode}`);
  },
  'rooms: remove': async () => {
    await asAlice.rooms.remove(room);
    check((await asAlice.rooms.list()).items.length === 0, 'still there');
  },
});

// node-sparky, a small REST client: its option apiUrl is the base, with a slash at the end.
import { createRequire } from 'node:module';
import { accounts, base, check, converse, receiver } from '../scene.mjs';

const Spark = createRequire(import.meta.url)('node-sparky');
const { alice, bob, bothost } = await accounts();
const as = account => new Spark({ token: account.token, apiUrl: `${base}/v1/`, webhookSecret: 's3cr3t' });
const [asAlice, asBot] = [as(alice), as(bothost)];
const hooks = await receiver();
let room;

await converse({
  'people: me, get, list': async () => {
    check((await asAlice.personMe()).id === alice.personId, 'me');
    check((await asAlice.personGet(bob.personId)).displayName === 'Bob Brown', 'get');
    check((await asAlice.peopleGet({ email: bob.email }))[0].id === bob.personId, 'list');
  },
  'rooms: add, get, update, list': async () => {
    room = await asAlice.roomAdd('Orchard');
    check((await asAlice.roomUpdate({ ...room, title: 'Garden' })).title === 'Garden', 'update');
    check((await asAlice.roomGet(room.id)).title === 'Garden', 'get');
    check((await asAlice.roomsGet(10)).some(item => item.id === room.id), 'list');
  },
  'memberships: add, list, remove': async () => {
    await asAlice.membershipAdd({ roomId: room.id, personEmail: bothost.email });
    const third = await asAlice.membershipAdd({ roomId: room.id, personId: bob.personId });
    check((await asAlice.membershipsGet({ roomId: room.id })).length === 3, 'list');
    await asAlice.membershipRemove(third.id);
    check((await asAlice.membershipsGet({ roomId: room.id })).length === 2, 'remove');
  },
  'messages: send, get, list, remove': async () => {
    const message = await asAlice.messageSend({ roomId: room.id, text: 'hello' });
    check((await asAlice.messageGet(message.id)).text === 'hello', 'get');
    check((await asAlice.messagesGet({ roomId: room.id }, 10)).length === 1, 'list');
    await asAlice.messageRemove(message.id);
  },
  'paging: all pages by their links': async () => {
    for (let number = 0; number < 25; number++) await asAlice.messageSend({ roomId: room.id, text: `${number}` });
    const paged = new Spark({ token: alice.token, apiUrl: `${base}/v1/`, maxPageItems: 10 });
    const all = await paged.messagesGet({ roomId: room.id }, 100);
    check(new Set(all.map(item => item.id)).size === 25, `${all.length} messages`);
  },
  'webhooks: add, list; receive one and check it': async () => {
    const hook = await asBot.webhookAdd({ name: 'sparky', targetUrl: hooks.url, resource: 'messages', event: 'created', secret: 's3cr3t' });
    check((await asBot.webhooksGet()).length === 1, 'list');
    const sent = await asAlice.messageSend({ roomId: room.id, markdown: `<@personId:${bothost.personId}> hello` });
    const { json, headers } = await hooks.until(one => one.json.data.id === sent.id);
    await asBot.webhookAuth('s3cr3t', headers['x-spark-signature'], json);
    check((await asBot.messageGet(json.data.id)).personEmail === alice.email, 'read back');
    await asBot.webhookRemove(hook.id);
  },
  'rooms: remove': async () => {
    await asAlice.roomRemove(room.id);
    check((await asAlice.roomsGet()).length === 0, 'still there');
  },
});

// How many calls a second the simulator answers. Start it on one core, this on another:
//   DOTNET_gcServer=0 taskset -c 0 dotnet WebexSimulator.dll --Simulator:Listen=http://127.0.0.1:7070
//   taskset -c 1 node tests/Clients/load.mjs http://127.0.0.1:7070 [rooms] [messages]
// It speaks HTTP over bare sockets, as Node's own client would be the bottleneck.
import { connect } from 'node:net';

const base = new URL(process.argv[2]);
const [rooms, messages] = [Number(process.argv[3] ?? 1), Number(process.argv[4] ?? 0)];
const connections = 16;
const seconds = 4;
const { items } = await (await fetch(new URL('/simulator/accounts', base))).json();
const token = items[0].token;

const request = (method, path, body) => {
  const json = body === undefined ? '' : JSON.stringify(body);
  return `${method} /v1/${path} HTTP/1.1\r\nHost: ${base.host}\r\nAuthorization: Bearer ${token}\r\n`
    + `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
};

// Sends one request after the other over one connection for as long as there are any.
const drive = next => new Promise((resolve, reject) => {
  const socket = connect(base.port, base.hostname);
  let rest = '';
  const send = () => {
    const text = next();
    if (text === undefined) { socket.end(); resolve(); } else socket.write(text);
  };
  socket.setNoDelay(true).setEncoding('latin1').on('connect', send).on('error', reject).on('data', data => {
    rest += data;
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(rest)?.[1] ?? 0);
    if (rest.length < end + 4 + length) return;
    if (!rest.startsWith('HTTP/1.1 2')) return reject(new Error(rest));
    rest = '';
    send();
  });
});

async function measure(name, text) {
  for (const span of [1, seconds]) {
    let calls = 0;
    const until = performance.now() + span * 1000;
    const begin = performance.now();
    await Promise.all(Array.from({ length: connections }, () => drive(() => performance.now() < until ? (calls++, text()) : undefined)));
    if (span === seconds) console.log(`${name.padEnd(28)}${Math.round(calls / (performance.now() - begin) * 1000).toString().padStart(8)} calls/s`);
  }
}

const call = async (method, path, body) => {
  const response = await fetch(new URL(`/v1/${path}`, base), {
    method, body: body && JSON.stringify(body), headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};

const ids = [];
for (let number = 0; number < rooms; number++) ids.push((await call('POST', 'rooms', { title: `Room ${number}` })).id);
let sent = 0;
const begin = performance.now();
await Promise.all(Array.from({ length: connections }, () =>
  drive(() => sent < messages ? request('POST', 'messages', { roomId: ids[sent++ % ids.length], text: 'x' }) : undefined)));
if (messages > 0) console.log(`${messages} messages in ${rooms} rooms in ${((performance.now() - begin) / 1000).toFixed(1)} s`);

const room = ids[0];
const message = (await call('POST', 'messages', { roomId: room, text: 'hello' })).id;
await measure('GET people/me', () => request('GET', 'people/me'));
await measure('GET message', () => request('GET', `messages/${message}`));
await measure('GET 50 messages', () => request('GET', `messages?roomId=${room}`));
await measure('GET 100 rooms', () => request('GET', 'rooms'));
await measure('POST message, text', () => request('POST', 'messages', { roomId: ids[Math.floor(Math.random() * ids.length)], text: 'hello' }));
await measure('POST message, markdown', () => request('POST', 'messages', { roomId: ids[Math.floor(Math.random() * ids.length)], markdown: '**hello** _you_' }));

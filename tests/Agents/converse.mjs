// A client of the protocol's own TypeScript library talks with the host. Usage: node converse.mjs <address of /mcp> <key> <room id>
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [address, key, roomId] = process.argv.slice(2);
const requestInit = { headers: { Authorization: `Bearer ${key}` } };
let failed = 0;

async function step(name, run) {
  try {
    await run();
    console.log(`STEP ok ${name}`);
  } catch (error) {
    failed++;
    console.log(`STEP failed ${name}: ${error.message}`);
  }
}

function must(holds, what) {
  if (!holds) throw new Error(what);
}

const data = result => JSON.parse(result.content[0].text).data;

const transport = new StreamableHTTPClientTransport(new URL(address), { requestInit });
const client = new Client({ name: 'converse', version: '1' });
await step('connects', () => client.connect(transport));
await step('is told what this is', () => must(client.getInstructions()?.includes('Webex'), 'no instructions'));
await step('lists tools', async () => must((await client.listTools()).tools.some(tool => tool.name === 'webex-create-message'), 'no tool to post'));
await step('posts', async () => {
  const posted = await client.callTool({ name: 'webex-create-message', arguments: { roomId, text: 'from TypeScript' } });
  must(!posted.isError && data(posted).text === 'from TypeScript', JSON.stringify(posted));
});
await step('is refused in words', async () => {
  const refused = await client.callTool({ name: 'webex-create-message', arguments: { roomId, txt: 'x' } });
  must(refused.isError && refused.content[0].text.includes("'txt'"), JSON.stringify(refused));
});
await step('reads a resource', async () => {
  const { contents } = await client.readResource({ uri: `webex://spaces/${roomId}` });
  must(JSON.parse(contents[0].text).data.id === roomId, contents[0].text);
});
await step('gets a prompt', async () => {
  const { messages } = await client.getPrompt({ name: 'summarise-space', arguments: { space: 'Plans' } });
  must(messages[0].content.text.includes('Plans'), JSON.stringify(messages));
});
await step('comes back in the same session', async () => {
  const again = new StreamableHTTPClientTransport(new URL(address), { requestInit, sessionId: transport.sessionId });
  await again.start();
  again.setProtocolVersion?.(transport.protocolVersion);
  const answer = new Promise((resolve, reject) => { again.onmessage = resolve; again.onerror = reject; });
  await again.send({ jsonrpc: '2.0', id: 'again', method: 'tools/list' });
  must((await answer).result.tools.length > 0, 'no tools');
});
await step('ends its session', async () => {
  await transport.terminateSession();
  await client.close();
});
process.exit(failed === 0 ? 0 : 1);

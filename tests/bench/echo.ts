/** The yardstick, frozen: a bare restify server that parses a posted activity and answers with a card. Change nothing here. */
import { readFileSync } from 'node:fs';
import restify from 'restify';

const card = readFileSync(process.argv[2] ?? '', 'utf8');
const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser());
server.post('/api/messages', async (_req, res) => {
  res.send(200, JSON.parse(card));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ event: 'listening', port: server.address().port })}\n`);
});

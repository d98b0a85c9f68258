// A process of its own: takes mentions in as an application with Prometheus counters does. Arguments: port, topics.
import { createServer } from 'node:http';
import { Counters } from './counters.js';

const [port, topics] = process.argv.slice(2).map(Number);
const counters = new Counters(topics ?? 0);

createServer((request, response) => {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    response.end(counters.text());
    return;
  }
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    counters.count(JSON.parse(Buffer.concat(parts).toString()) as Parameters<Counters['count']>[0]);
    response.writeHead(202).end();
  });
}).listen(port, '127.0.0.1');

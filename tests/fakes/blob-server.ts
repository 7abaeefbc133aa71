/** Microsoft's emulator of Blob Storage as a process on loopback, in a folder of its own. What is uploaded is on its disk only seconds later: nothing is proven on it about crashes. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ACCOUNT = 'kunta';
const SCRIPT = join(import.meta.dirname, '../../node_modules/azurite/dist/src/blob/main.js');

export interface BlobServer {
  /** As BLOB_ENDPOINT and BLOB_KEY take them. */
  readonly endpoint: string;
  readonly account: string;
  readonly key: string;
  close(): Promise<void>;
}

export async function startBlobServer(): Promise<BlobServer> {
  const folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  const key = randomBytes(64).toString('base64');
  const args = ['--blobHost', '127.0.0.1', '--blobPort', '0', '--location', folder, '--silent', '--disableTelemetry'];
  // The client speaks a later version of the protocol than it knows by name.
  const child = spawn(process.execPath, ['--max-old-space-size=256', SCRIPT, ...args, '--skipApiVersionCheck'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', AZURITE_ACCOUNTS: `${ACCOUNT}:${key}` },
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint = (complaint + String(chunk)).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /listens on (http:\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The emulator of blobs ended with ${code}: ${complaint}`)));
  });
  return {
    endpoint: `${address}/${ACCOUNT}`,
    account: ACCOUNT,
    key,
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

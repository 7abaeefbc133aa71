/** The server as a process of its own, with authentication on, that can be killed and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TAB_APP_ID } from './tab-issuer.ts';
import { BOT_ID, TENANT, type TeamsCloud } from './teams-cloud.ts';

export interface BotProcess {
  /** Where Teams delivers. */
  readonly messages: string;
  readonly pid: number;
  /** Lines that it logged, of all its lives that were given the same array. */
  readonly log: string[];
  /** As a power cut would: nothing is finished. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** Resolves when it listens. Throws with what it said when it does not start. */
export async function startBotProcess(
  cloud: TeamsCloud,
  folder: string,
  { env = {}, log = [] }: { readonly env?: Readonly<Record<string, string>>; readonly log?: string[] } = {},
): Promise<BotProcess> {
  const { cloud: endpoints, password = '' } = cloud.config;
  const child = spawn(process.execPath, [join(ROOT, 'bot/main.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: 'https://verkosto.example.fi',
      DATA_DIR: folder,
      BOT_ID,
      BOT_TENANT_ID: TENANT,
      BOT_TYPE: 'SingleTenant',
      BOT_PASSWORD: password,
      TAB_APP_ID,
      BOT_OPENID_METADATA: endpoints.openIdMetadata,
      LOGIN_AUTHORITY: endpoints.loginAuthority,
      BOT_TOKEN_ISSUER: endpoints.issuer,
      SERVICE_URLS: endpoints.serviceUrls.join(' '),
      ...env,
    },
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint = (complaint + String(chunk)).slice(-2000);
  });
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.push(line);
      if (line.includes('"event":"listening"')) resolve((JSON.parse(line) as { port: number }).port);
    });
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code}: ${complaint} ${log.slice(-5).join('\n')}`)),
    );
  });
  return {
    messages: `http://127.0.0.1:${port}/api/messages`,
    pid: child.pid ?? 0,
    log,
    kill: async () => void (await end(child, 'SIGKILL')),
    stop: () => end(child, 'SIGTERM'),
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

/** Starts Microsoft's local emulator of Teams (Agents Playground) on loopback, and drives it without its page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';

export interface Person {
  /** Teams' id towards the bot, `29:…`. */
  readonly id: string;
  readonly objectId: string;
  readonly name: string;
  readonly mail: string;
}

export interface Team {
  readonly tenant: string;
  readonly bot: { readonly id: string; readonly name: string };
  /** The first one sits at the emulator's page; exactly five more are in the team. */
  readonly people: readonly Person[];
  readonly team: { readonly id: string; readonly name: string; readonly group: string };
  /** The emulator wants exactly one channel beside General. */
  readonly channel: { readonly id: string; readonly name: string };
}

export interface Playground {
  readonly url: string;
  readonly team: Team;
  /** The app comes into the team's channel, or into the 1:1 chat. */
  install(into: 'team' | 'chat'): Promise<void>;
  /** A person writes in the channel (mentioning the bot) or in their 1:1 chat. */
  say(who: Person, text: string, where: 'channel' | 'chat', locale?: string): Promise<void>;
  /** A person presses an Action.Execute button of a channel's card; resolves to the invoke's answer. */
  press(who: Person, message: string, verb: string, data: object, thread?: string): Promise<unknown>;
  /** Any activity, as Teams would send it. */
  send(activity: object): Promise<unknown>;
  close(): Promise<void>;
}

const CLI = 'node_modules/@microsoft/m365agentsplayground/cli.js';
const CHAT = 'personal-chat-1';

/** Resolves when the emulator answers. `folder` gets its configuration. Throws when it does not start within a minute. */
export async function startPlayground(
  of: Team,
  settings: { port: number; messages: string; folder: string },
): Promise<Playground> {
  await mkdir(settings.folder, { recursive: true });
  await writeFile(join(settings.folder, '.m365agentsplayground.yml'), stringify(configurationOf(of)));
  const url = `http://127.0.0.1:${settings.port}`;
  const root = join(import.meta.dirname, '..');
  const child = spawn(
    process.execPath,
    [
      '--require',
      join(import.meta.dirname, 'loopback-only.cjs'),
      join(root, CLI),
      'start',
      '-e',
      settings.messages,
      '-c',
      'msteams',
      '-p',
      String(settings.port),
      '--service-url',
      `${url}/_connector`,
      '--disable-telemetry',
    ],
    {
      cwd: settings.folder,
      env: { PATH: process.env.PATH, HOME: settings.folder, TEAMSAPPTESTER_BROWSER: 'none', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  await isUp(url, child);
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const told = await answer.text();
    if (!answer.ok) throw new Error(`The emulator answered ${answer.status} to ${path}: ${told.slice(0, 200)}`);
    return told ? JSON.parse(told) : undefined;
  };
  const activityOf = (who: Person, where: 'channel' | 'chat', locale: string) => ({
    id: `${Date.now()}-${Math.random().toString(36).slice(2)}`,
    channelId: 'msteams',
    serviceUrl: `${url}/_connector`,
    timestamp: new Date().toISOString(),
    locale,
    from: { id: who.id, name: who.name, aadObjectId: who.objectId },
    recipient: of.bot,
    conversation:
      where === 'channel'
        ? { id: of.team.id, isGroup: true, conversationType: 'channel', tenantId: of.tenant }
        : { id: CHAT, conversationType: 'personal', tenantId: of.tenant },
    channelData: {
      tenant: { id: of.tenant },
      ...(where === 'channel'
        ? { team: { id: of.team.id, name: of.team.name, aadGroupId: of.team.group }, channel: { id: of.team.id } }
        : {}),
    },
  });
  const send = (activity: object) => ask('POST', '/_internal/v1/customActivities', activity);
  return {
    url,
    team: of,
    async install(into) {
      await ask(
        'POST',
        `/_debug/conversation/${encodeURIComponent(into === 'team' ? of.team.id : CHAT)}/installation`,
        {},
      );
    },
    async say(who, text, where, locale = 'fi-FI') {
      const mention = `<at>${of.bot.name}</at>`;
      const entities = where === 'channel' ? [{ type: 'mention', mentioned: of.bot, text: mention }] : [];
      await send({
        ...activityOf(who, where, locale),
        type: 'message',
        text: where === 'channel' ? `${mention} ${text}` : text,
        textFormat: 'plain',
        entities,
      });
    },
    press: (who, message, verb, data, thread = message) =>
      ask('POST', '/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        from: { id: who.id },
        conversation: { id: `${of.team.id};messageid=${thread}` },
        replyToId: message,
      }),
    send,
    async close() {
      if (child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 3000);
      await gone;
      clearTimeout(late);
    },
  };
}

/** All keys of schema 0.1.1 are required. */
function configurationOf({ tenant, bot, people, team, channel }: Team): object {
  const [first, ...others] = people.map((one) => {
    const [givenName = '', ...rest] = one.name.split(' ');
    return {
      id: one.id,
      name: one.name,
      userPrincipleName: one.mail,
      aadObjectId: one.objectId,
      givenName,
      surname: rest.join(' '),
      email: one.mail,
    };
  });
  return {
    version: '0.1.1',
    tenantId: tenant,
    bot,
    currentUser: first,
    users: others,
    personalChat: { id: CHAT },
    groupChat: { id: '19:ryhma@thread.v2', name: 'Ryhmäkeskustelu' },
    team: { id: team.id, name: team.name, aadGroupId: team.group, channels: [channel] },
  };
}

async function isUp(url: string, child: ChildProcess): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The Teams emulator stopped at once: ${said.slice(-500)}`);
    const up = await fetch(`${url}/_internal/v1/testConfig`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  child.kill('SIGKILL');
  throw new Error(`The Teams emulator did not start within a minute: ${said.slice(-500)}`);
}

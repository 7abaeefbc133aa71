/** A bulletin to 5 000 addresses while the server dies twice and the mail server is out for a while: everyone has a fate, and nobody gets it twice. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Member, mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { DeskView, ReportView } from '../../bot/features/bulletins/contract.ts';
import { eventually } from '../fakes/eventually.ts';
import { somebody } from '../fakes/people-of-teams.ts';
import { type ServerWorld, startServerWorld } from '../fakes/server-world.ts';
import { openSmtpSink, type SmtpSink } from '../fakes/smtp-sink.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const ADDRESSES = 5000;
/** Every so many-th address is refused for good; of some the mail server hangs up with the letter in its hands. */
const REFUSED_EACH = 100;
const CUT_EACH = 500;
const TIME = 420_000;

const addressOf = (n: number): string => {
  if (n % CUT_EACH === 1) return `katkeaa-${n}@akaa.invalid`;
  return n % REFUSED_EACH === 2 ? `poissa-${n}@akaa.invalid` : `posti-${n}@akaa.invalid`;
};
const EVERYONE = Array.from({ length: ADDRESSES }, (_, n) => addressOf(n));

let world: ServerWorld;
let sink: SmtpSink;
beforeEach(async () => {
  sink = await openSmtpSink();
  // as many letters a minute as a large mail server takes: the test is not of the pace
  const settings = { SMTP_URL: sink.url, MAIL_FROM: 'verkosto@akaa.invalid', MAIL_PER_MINUTE: '10000' };
  world = await startServerWorld('embedded', 1, settings);
}, TIME);
afterEach(async () => {
  await world.close();
  await sink.close();
});

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await world.api(somebody(0), method, path, body);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Put into the register while the server is down, as an import of a long list would have done by then. */
async function addEveryone(): Promise<void> {
  await world.stop();
  const { store, network } = await world.openStore();
  const scope = networkScope(network);
  await Promise.all(
    EVERYONE.map((email, n) => {
      const one: Member = { person: mailPerson(`posti-${n}`), name: `Nimi ${n}`, isGuest: false, email };
      return store.insert(scope, members, memberIdOf(one.person), one);
    }),
  );
  await store.close();
  await world.start();
}

/** Whose letters the mail server has had in its hands, each as often as it had one. */
const broughtTo = (): string[] => [
  ...sink.letters.flatMap(({ to }) => to),
  ...sink.unacknowledged.map((raw) => /^To: .*?<?([^\s<>]+@[^\s<>]+)>?\s*$/im.exec(raw)?.[1] ?? ''),
];

const WELL: SmtpSink['mood'] = (recipient) => {
  if (recipient.startsWith('katkeaa')) return { cutsAt: 'content' };
  return recipient.startsWith('poissa') ? { at: 'recipient', says: '550 5.1.1 No such user' } : 'takes';
};

test(
  'sent, failed and unknown are 5 000 together, none of them twice, and the card is posted once',
  async () => {
    await addEveryone();
    sink.mood = WELL;
    const draft = { title: 'Talvitiedote', text: 'Kokous on torstaina.', mailTo: 'members', filter: {} };
    const { id } = await ask<DeskView>('POST', '/bulletins', { draft, requestId: crypto.randomUUID() });
    await ask('POST', `/bulletins/${id}/send`, {});

    // The first death: letters leave already, and not all are in the queue yet or have their turn.
    await eventually(() => sink.letters.length > 200, 60_000);
    await world.kill();
    await world.start();

    await eventually(() => sink.letters.length > 600, 60_000);
    let turnedAway = 0;
    sink.mood = () => {
      turnedAway++;
      return { at: 'sender', says: '451 4.3.2 System not accepting messages' };
    };
    await eventually(() => turnedAway > 100, 60_000);
    sink.mood = WELL;

    // The second one.
    await eventually(() => sink.letters.length > 2500, 60_000);
    await world.kill();
    await world.start();

    const report = (): Promise<ReportView> => ask('GET', `/bulletins/${id}/report`);
    await eventually(async () => {
      const { sums } = await report();
      return sums.waiting === 0;
    }, 240_000);
    const { sums, size } = await report();
    const { state } = await ask<DeskView>('GET', `/bulletins/${id}/desk`);
    const { sent = 0, failed = 0, unknown = 0, noAddress = 0 } = sums;
    process.stdout.write(`5 000 addresses: ${sent} sent, ${failed} failed, ${unknown} unknown\n`);

    expect(state).toBe('sent');
    expect(size).toBe(ADDRESSES + 1); // and the coordinator, who has no address
    expect(noAddress).toBe(1);
    expect(sent + failed + unknown).toBe(ADDRESSES);
    expect(failed).toBe(EVERYONE.filter((one) => one.startsWith('poissa')).length);
    expect(unknown).toBeGreaterThanOrEqual(EVERYONE.filter((one) => one.startsWith('katkeaa')).length);

    const brought = broughtTo();
    expect(brought).not.toContain('');
    expect(brought.filter((one, at) => brought.indexOf(one) !== at)).toEqual([]);
    // who is told to have got it did; of the unknown some did too
    const got = new Set(sink.letters.flatMap(({ to }) => to));
    expect(got.size).toBeGreaterThanOrEqual(sent);
    expect(got.size).toBeLessThanOrEqual(sent + unknown);

    const rows: ReportView['rows'] = [];
    for (let after: string | undefined = '0'; after !== undefined; ) {
      const page: ReportView = await ask('GET', `/bulletins/${id}/report?fate=sent&after=${after}`);
      rows.push(...page.rows);
      after = page.next;
    }
    const told = rows.map(({ member }) => EVERYONE[Number(String(member).split('-')[1])] ?? '');
    expect(new Set(told).size).toBe(sent);
    expect(told.filter((one) => !got.has(one))).toEqual([]);
    const cards = world.cloud
      .messages(TEAM)
      .filter(({ activity }) => JSON.stringify(activity).includes('Talvitiedote'));
    expect(cards).toHaveLength(1);
  },
  TIME,
);

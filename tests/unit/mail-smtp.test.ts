/** Handing a letter to a mail server: what arrives, over which connection, and what each failure means for the letter. */
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import {
  createSmtp,
  MailFailure,
  type MailServer,
  type OutgoingLetter,
  type SmtpOptions,
} from '../../bot/mail/smtp.ts';
import { eventually } from '../fakes/eventually.ts';
import { type Mood, openSmtpSink, type SinkOptions, type SmtpSink } from '../fakes/smtp-sink.ts';
import { selfSigned } from '../fixtures/certificate.ts';

const certificate = selfSigned();
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

const letter: OutgoingLetter = {
  id: '0123abcd',
  to: { name: 'Åsa Öhman', address: 'asa.ohman@kommun.example' },
  from: 'Pienet joukot, iso merkitys',
  subject: 'Uusi äänestys: Mikä aihe?',
  text: 'Hei Åsa!\n.\nPiste yksin rivillä.\n',
  html: '<!doctype html><html lang="fi"><body><p>Hei Åsa!</p></body></html>',
  at: toInstant('2026-03-02T10:00:00.000Z'),
  unsubscribe: 'https://bot.example.test/p/stop-token',
};

async function sinkOf(of: SinkOptions & { mood?: Mood } = {}): Promise<SmtpSink> {
  const { mood = 'takes', ...options } = of;
  const sink = await openSmtpSink(options);
  open.push(sink);
  sink.mood = mood;
  return sink;
}

function serverOf(url: string, of: Partial<SmtpOptions> = {}): MailServer {
  const from = 'Verkosto <verkosto@bot.example>';
  const server = createSmtp({ url, from, atOnce: 2, patience: 300, ca: certificate.cert, ...of });
  open.push(server);
  return server;
}

async function failureOf(delivering: Promise<void>): Promise<Pick<MailFailure, 'outcome' | 'code' | 'isAddressWrong'>> {
  try {
    await delivering;
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    return { outcome: error.outcome, code: error.code, isAddressWrong: error.isAddressWrong };
  }
  throw new Error('it was delivered');
}

describe('a letter that is taken', () => {
  test('arrives as it was written, with the headers of an automatic letter that can be ended with one click', async () => {
    const sink = await sinkOf();
    await serverOf(sink.url).deliver(letter);
    const [{ email, from, to, raw } = {}] = sink.letters;
    expect({ from, to }).toEqual({ from: 'verkosto@bot.example', to: ['asa.ohman@kommun.example'] });
    expect(email).toMatchObject({
      subject: letter.subject,
      from: { name: 'Pienet joukot, iso merkitys', address: 'verkosto@bot.example' },
      to: [{ name: 'Åsa Öhman', address: 'asa.ohman@kommun.example' }],
      messageId: '<0123abcd@bot.example>',
      date: '2026-03-02T10:00:00.000Z',
    });
    expect(email?.text?.replaceAll('\r\n', '\n').trim()).toBe(letter.text.trim());
    expect(email?.html).toContain('<p>Hei Åsa!</p>');
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/bot\.example\.test\/p\/stop-token>\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  test('keeps a long unsubscribe address whole on its line', async () => {
    const sink = await sinkOf();
    const unsubscribe = `https://bot.example.test/p/${'t'.repeat(120)}`;
    await serverOf(sink.url).deliver({ ...letter, unsubscribe });
    const header = sink.letters[0]?.email.headers.find(({ key }) => key === 'list-unsubscribe');
    expect(header?.value).toBe(`<${unsubscribe}>`);
  });

  test.each([
    ['subject', { subject: 'Hei\r\nBcc: all@kunta.example\r\n\r\nToinen sisältö' }],
    ['name of the network', { from: 'Verkosto\r\nBcc: all@kunta.example\u2028\u0000"<x@y.example>' }],
    ['name of the reader', { to: { name: 'Aino\nBcc: all@kunta.example>, <b@y.example', address: letter.to.address } }],
  ])('gets no header, reader or content of its own from a %s with line breaks in it', async (_, change) => {
    const sink = await sinkOf();
    await serverOf(sink.url).deliver({ ...letter, ...change });
    const [got] = sink.letters;
    const keys = got?.email.headers.map(({ key }) => key);
    expect(got?.to).toEqual(['asa.ohman@kommun.example']);
    expect(got?.email.from).toMatchObject({ address: 'verkosto@bot.example' });
    expect(got?.email.to).toMatchObject([{ address: 'asa.ohman@kommun.example' }]);
    expect(keys).not.toContain('bcc');
    expect(keys?.sort()).toEqual(
      [
        ...['auto-submitted', 'content-type', 'date', 'from', 'list-unsubscribe', 'list-unsubscribe-post'],
        ...['message-id', 'mime-version', 'subject', 'to'],
      ].sort(),
    );
    expect(got?.email.text).toContain('Piste yksin');
  });

  test('attaches a file that may be taken in, and offers nothing to accept', async () => {
    const sink = await sinkOf();
    const file = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nSUMMARY:Äänekoski\r\nEND:VCALENDAR\r\n';
    await serverOf(sink.url).deliver({ ...letter, calendar: { method: 'PUBLISH', file } });
    const [{ email, raw } = {}] = sink.letters;
    const parts = (email?.attachments ?? []).map(({ filename, disposition }) => [filename, disposition]);
    expect(parts).toEqual([['event.ics', 'attachment']]);
    const alternatives = /multipart\/alternative;[\s\S]*?boundary="([^"]+)"/.exec(raw ?? '')?.[1] ?? '?';
    const types = (raw ?? '').split(`--${alternatives}`).map((part) => /^content-type: ([^;]+)/im.exec(part)?.[1]);
    expect(types.slice(1, -1)).toEqual(['text/plain', 'text/html']);
  });

  test.each([
    ['REQUEST', 'invite.ics'],
    ['CANCEL', 'cancel.ics'],
  ] as const)('brings a %s for calendars among the alternatives and attached', async (method, filename) => {
    const sink = await sinkOf();
    const file = `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nSUMMARY:${'Äänekoski '.repeat(6)}\r\n ja muut\r\nEND:VCALENDAR\r\n`;
    await serverOf(sink.url).deliver({ ...letter, calendar: { method, file } });
    const [{ email, raw } = {}] = sink.letters;
    const parts = (email?.attachments ?? []).map(({ mimeType, filename: name, disposition, ...part }) => [
      ...[mimeType, name, disposition, part.method],
      Buffer.from(part.content as Uint8Array).toString(),
    ]);
    const asRead = file.replaceAll('\r\n', '\n'); // which postal-mime makes of them
    expect(parts).toEqual([
      ['text/calendar', null, null, method, asRead],
      ['application/ics', filename, 'attachment', undefined, asRead],
    ]);
    const wire = (raw ?? '').replaceAll('\r\n', '');
    expect(wire.split(Buffer.from(file).toString('base64'))).toHaveLength(3);
    // Outlook and Gmail show an invitation only where the method is named beside the type, as the last of the alternatives.
    const [, alternatives = ''] = [...(raw ?? '').matchAll(/boundary="([^"]+)"/g)].map(([, boundary]) => boundary);
    const types = (raw ?? '')
      .split(`--${alternatives}`)
      .slice(1, -1)
      .map((part) => /^content-type: (.+)\r$/im.exec(part)?.[1]);
    expect(types).toEqual([
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
      `text/calendar; charset=utf-8; method=${method}`,
    ]);
    expect(email?.text).toContain('Hei Åsa!');
    expect(email?.html).toContain('<p>Hei Åsa!</p>');
  });

  test('has no calendar part when it is about no event', async () => {
    const sink = await sinkOf();
    await serverOf(sink.url).deliver(letter);
    expect(sink.letters[0]?.email.attachments).toEqual([]);
    expect(sink.letters[0]?.raw).not.toContain('calendar');
  });

  test('goes with others over the same connection', async () => {
    const sink = await sinkOf();
    const server = serverOf(sink.url, { atOnce: 1 });
    for (let n = 0; n < 3; n++) await server.deliver({ ...letter, id: `id-${n}` });
    expect(sink.letters).toHaveLength(3);
    expect(sink.connections).toBe(1);
  });

  test('goes over a new connection when the server has let the old one go', async () => {
    const sink = await sinkOf();
    const server = serverOf(sink.url, { atOnce: 1 });
    await server.deliver(letter);
    await sink.close();
    open.splice(open.indexOf(sink), 1);
    const again = await sinkOf({ port: sink.port });
    await server.deliver({ ...letter, id: 'second' });
    expect(again.letters).toHaveLength(1);
  });
});

describe('the connection', () => {
  test('speaks TLS from the start with smtps and signs in', async () => {
    const login = { user: 'verkosto@bot.example', password: 'sala:sana/@%' };
    const sink = await sinkOf({ certificate, isImplicit: true, login });
    const password = encodeURIComponent(login.password);
    await serverOf(`smtps://${encodeURIComponent(login.user)}:${password}@localhost:${sink.port}`).deliver(letter);
    expect(sink.letters[0]).toMatchObject({ isEncrypted: true, user: login.user });
  });

  test('turns to TLS by STARTTLS when the server offers it', async () => {
    const sink = await sinkOf({ certificate });
    await serverOf(`smtp://localhost:${sink.port}`).deliver(letter);
    expect(sink.letters[0]).toMatchObject({ isEncrypted: true });
  });

  test('is not trusted with a certificate that nobody vouches for', async () => {
    const sink = await sinkOf({ certificate, isImplicit: true });
    const server = serverOf(`smtps://localhost:${sink.port}`, { ca: selfSigned().cert });
    expect(await failureOf(server.deliver(letter))).toMatchObject({ outcome: 'unavailable' });
    expect(sink.letters).toEqual([]);
  });

  test('to another machine sends nothing without TLS, unless the address allows it', async () => {
    const login = { user: 'u', password: 'p' };
    const sink = await sinkOf({ login });
    // A name that is not on the list of this machine's own, although it leads here.
    const elsewhere = `smtp://u:p@0.0.0.0:${sink.port}`;
    expect(await failureOf(serverOf(elsewhere).deliver(letter))).toMatchObject({ outcome: 'unavailable' });
    expect(sink.letters).toEqual([]);
    await serverOf(`${elsewhere}?tls=optional`).deliver(letter);
    expect(sink.letters).toHaveLength(1);
  });
});

describe('a failure', () => {
  test.each<[string, Mood, string, string, boolean]>([
    ['an unknown recipient', { at: 'recipient', says: '550 5.1.1 no such user' }, 'refused', '550 5.1.1', true],
    ['an unknown recipient of a plain server', { at: 'recipient', says: '550 no such user' }, 'refused', '550', true],
    ['a disabled mailbox', { at: 'recipient', says: '550 5.2.1 disabled' }, 'refused', '550 5.2.1', true],
    ['a full mailbox', { at: 'recipient', says: '552 5.2.2 full' }, 'refused', '552 5.2.2', false],
    ['relaying that is not allowed', { at: 'recipient', says: '554 5.7.1 no relaying' }, 'refused', '554 5.7.1', false],
    ['greylisting', { at: 'recipient', says: '450 4.2.0 try later' }, 'throttled', '450 4.2.0', false],
    ['a busy server', { at: 'sender', says: '421 4.7.0 too many' }, 'throttled', '421 4.7.0', false],
    ['our sender refused', { at: 'sender', says: '553 5.7.1 not you' }, 'unavailable', '553 5.7.1', false],
    ['content taken for spam', { at: 'content', says: '554 5.7.1 spam' }, 'refused', '554 5.7.1', false],
    ['a recipient found unknown only later', { at: 'content', says: '550 5.1.1 gone' }, 'refused', '550 5.1.1', true],
    ['content put off', { at: 'content', says: '451 4.3.0 later' }, 'throttled', '451 4.3.0', false],
  ])('%s', async (_, mood, outcome, code, isAddressWrong) => {
    const sink = await sinkOf({ mood });
    const failure = await failureOf(serverOf(sink.url).deliver(letter));
    expect(failure).toEqual({ outcome, code, isAddressWrong });
    expect(sink.letters).toEqual([]);
  });

  test.each<[string, Mood, string]>([
    ['silence instead of a greeting', { hangsAt: 'greeting' }, 'unavailable'],
    ['silence before the content', { hangsAt: 'recipient' }, 'unavailable'],
    ['silence after the content', { hangsAt: 'content' }, 'unknown'],
    ['the connection cut before the content', { cutsAt: 'recipient' }, 'unavailable'],
    ['the connection cut after the content', { cutsAt: 'content' }, 'unknown'],
  ])('%s', async (_, mood, outcome) => {
    const sink = await sinkOf({ mood });
    expect(await failureOf(serverOf(sink.url).deliver(letter))).toMatchObject({ outcome, isAddressWrong: false });
  });

  test('nobody at that address', async () => {
    const sink = await sinkOf();
    await sink.close();
    open.splice(open.indexOf(sink), 1);
    expect(await failureOf(serverOf(sink.url).deliver(letter))).toMatchObject({ outcome: 'unavailable' });
  });

  test('a wrong password', async () => {
    const sink = await sinkOf({ login: { user: 'u', password: 'right' } });
    const failure = await failureOf(serverOf(`smtp://u:wrong@127.0.0.1:${sink.port}`).deliver(letter));
    expect(failure).toEqual({ outcome: 'unavailable', code: '535 5.7.8', isAddressWrong: false });
  });

  test('says the code alone, nothing of what the server said', async () => {
    const sink = await sinkOf({ mood: { at: 'recipient', says: '550 5.1.1 <asa.ohman@kommun.example> unknown' } });
    const error: unknown = await serverOf(sink.url)
      .deliver(letter)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MailFailure);
    expect(`${(error as Error).stack} ${JSON.stringify(error)} ${String((error as Error).cause)}`).not.toContain('asa');
  });

  test('of one letter leaves the next unharmed', async () => {
    const sink = await sinkOf();
    sink.mood = (recipient) => (recipient.startsWith('bad') ? { at: 'recipient', says: '550 5.1.1 no' } : 'takes');
    const server = serverOf(sink.url, { atOnce: 1 });
    const bad = { ...letter, id: 'bad', to: { name: 'B', address: 'bad@kunta.example' } };
    const [failed, taken] = await Promise.allSettled([server.deliver(bad), server.deliver(letter)]);
    expect([failed?.status, taken?.status]).toEqual(['rejected', 'fulfilled']);
  });

  test('closing cuts off a letter that hangs, as unknown once its content had left', async () => {
    const sink = await sinkOf({ mood: { hangsAt: 'content' } });
    const server = serverOf(sink.url, { patience: 60_000 });
    const delivering = failureOf(server.deliver(letter));
    await eventually(() => sink.unacknowledged.length === 1);
    server.close();
    expect(await delivering).toMatchObject({ outcome: 'unknown' });
    expect(await failureOf(server.deliver(letter))).toMatchObject({ outcome: 'unavailable' });
  });
});

test('the sink is a mail server that others can talk to', async () => {
  const sink = await sinkOf();
  const greeting = await new Promise<string>((resolve, reject) => {
    const socket = connect(sink.port, '127.0.0.1');
    socket.once('data', (data) => {
      socket.end();
      resolve(data.toString());
    });
    socket.once('error', reject);
  });
  expect(greeting).toMatch(/^220 /);
});

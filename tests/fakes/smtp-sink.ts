/** A real mail server on loopback that keeps what it is sent, and fails in the ways that mail servers do. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/**
 * What the sink does with a letter: takes it; answers with a code at the sender, the recipient or after the content; says nothing at that
 * point; or closes the connection there (`cutAfterContent`: with the whole letter in its hands).
 */
export type Mood =
  | 'takes'
  | { readonly at: 'sender' | 'recipient' | 'content'; readonly says: string }
  | { readonly hangsAt: 'greeting' | 'recipient' | 'content' }
  | { readonly cutsAt: 'recipient' | 'content' };

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
  readonly email: Email;
  readonly isEncrypted: boolean;
  /** Who signed in. */
  readonly user: string | undefined;
}

export interface SmtpSink {
  readonly port: number;
  /** `smtp://127.0.0.1:…`, or `smtps:`. */
  readonly url: string;
  /** Taken, in order. */
  readonly letters: ReceivedLetter[];
  /** Content that came whole, although it was not acknowledged. */
  readonly unacknowledged: string[];
  mood: Mood | ((recipient: string) => Mood);
  /** How many there were. */
  connections: number;
  /** Lets everything that hangs go on as if the server took it. */
  release(): void;
  close(): Promise<void>;
}

export interface SinkOptions {
  /** PEM; without it the sink offers no TLS. */
  readonly certificate?: { readonly cert: string; readonly key: string };
  /** TLS from the first byte. */
  readonly isImplicit?: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  /** The same port again, as after a restart. */
  readonly port?: number;
}

export async function openSmtpSink({
  certificate,
  isImplicit = false,
  login,
  port,
}: SinkOptions = {}): Promise<SmtpSink> {
  const letters: ReceivedLetter[] = [];
  const unacknowledged: string[] = [];
  let held: (() => void)[] = [];
  const hold = (go: () => void): void => void held.push(go);
  const moodFor = (recipient: string): Mood => (typeof sink.mood === 'function' ? sink.mood(recipient) : sink.mood);
  const server = new SMTPServer({
    ...(certificate ? { ...certificate } : { disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'] }),
    secure: isImplicit,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    socketTimeout: 30_000,
    onConnect(_, done) {
      sink.connections++;
      const mood = moodFor('');
      if (typeof mood === 'object' && 'hangsAt' in mood && mood.hangsAt === 'greeting') hold(() => done());
      else done();
    },
    onAuth({ username, password }, _, done) {
      if (username === login?.user && password === login?.password) done(null, { user: username });
      else done(answer('535 5.7.8 no'));
    },
    onMailFrom(_, __, done) {
      const mood = moodFor('');
      if (typeof mood === 'object' && 'at' in mood && mood.at === 'sender') return done(answer(mood.says));
      done();
    },
    onRcptTo({ address }, session, done) {
      const mood = moodFor(address);
      if (mood === 'takes') return done();
      if ('at' in mood && mood.at === 'recipient') return done(answer(mood.says));
      if ('hangsAt' in mood && mood.hangsAt === 'recipient') return hold(() => done());
      if ('cutsAt' in mood && mood.cutsAt === 'recipient') return cut(session.id);
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        const raw = Buffer.concat(chunks).toString('utf8');
        const mood = moodFor(to[0] ?? '');
        const take = async (): Promise<void> => {
          const email = await PostalMime.parse(raw);
          const from = mailFrom ? mailFrom.address : '';
          letters.push({ from, to, raw, email, isEncrypted: session.secure, user: session.user?.toString() });
          done();
        };
        if (mood === 'takes' || ('at' in mood && mood.at !== 'content')) return void take().catch(done);
        if ('at' in mood) return done(answer(mood.says));
        unacknowledged.push(raw);
        if ('hangsAt' in mood) return hold(() => void take().catch(done));
        cut(session.id);
      });
    },
  });
  const cut = (id: string): void => {
    for (const one of server.connections) if (one.id === id) one.close();
  };
  server.on('error', () => {}); // a client that went away is what some tests are about
  const listening = Promise.withResolvers<void>();
  server.listen(port ?? 0, '127.0.0.1', () => listening.resolve());
  await listening.promise;
  const used = (server.server.address() as AddressInfo).port;

  const sink: SmtpSink = {
    port: used,
    url: `${isImplicit ? 'smtps' : 'smtp'}://127.0.0.1:${used}`,
    letters,
    unacknowledged,
    mood: 'takes',
    connections: 0,
    release() {
      const go = held;
      held = [];
      for (const one of go) one();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sink;
}

/** `550 5.1.1 No such user`. */
function answer(says: string): Error {
  return Object.assign(new Error(says.slice(4)), { responseCode: Number(says.slice(0, 3)) });
}

/** The mail server, over SMTP: one letter a call, each step with a deadline, each failure classed by what it means for the letter. */
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { isLoopback } from '../config.ts';
import { type Instant, MINUTE, SECOND } from '../core/clock.ts';
import { type Letter, oneLine } from './letter.ts';

export interface OutgoingLetter extends Letter {
  /** The same for the same letter, however often it is tried: letters, digits, `-` and `_`. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  /** Name of the network, shown as the sender's. */
  readonly from: string;
  readonly at: Instant;
  /** Address that ends all mail with one POST. */
  readonly unsubscribe: string;
}

/**
 * refused: the server won't take this letter, for good; `isAddressWrong` when it is the address that is at fault.
 * throttled: not now (4xx); nothing was taken. unavailable: no letter was handed over for sure (no connection, no sign-in, our sender refused).
 * unknown: cut off after the letter's content had begun to leave; it may or may not arrive.
 */
export class MailFailure extends Error {
  override name = 'MailFailure';
  readonly outcome: 'refused' | 'throttled' | 'unavailable' | 'unknown';
  /** `550`, `550 5.1.1` or `ETIMEDOUT`; never the server's words, which repeat addresses. */
  readonly code: string;
  readonly isAddressWrong: boolean;

  constructor(outcome: MailFailure['outcome'], code: string, isAddressWrong = false) {
    super(`${outcome}: ${code}`);
    this.outcome = outcome;
    this.code = code;
    this.isAddressWrong = isAddressWrong;
  }
}

export interface MailServer {
  /** The address that letters come from. */
  readonly sender: string;
  /** Resolves when the server has taken the letter. Throws MailFailure. */
  deliver(letter: OutgoingLetter): Promise<void>;
  /** Cuts off what is under way and lets the connections go. */
  close(): void;
}

export interface SmtpOptions {
  /**
   * `smtps://user:password@host:465` speaks TLS from the start; `smtp://…:587` turns to TLS by STARTTLS and refuses to go on without it,
   * unless the server is this machine or the address ends in `?tls=optional`.
   */
  readonly url: string;
  /** `Verkosto <verkosto@example.fi>` or the address alone; the name shown is the network's. */
  readonly from: string;
  /** How many connections at a time. */
  readonly atOnce: number;
  /** PEM of authorities to trust instead of the system's. */
  readonly ca?: string;
  /** Milliseconds that the server may be silent; a test's is shorter. */
  readonly patience?: number;
}

/** DNS, connecting, TLS and the greeting together, in milliseconds. */
const CONNECT_WITHIN = 20 * SECOND;
/** A server may look through a letter before it takes it; RFC 5321 (4.5.3.2) would wait ten minutes, which no queue of a process can. */
const PATIENCE = MINUTE;
/** All steps of one letter: no server can hold a letter longer by answering slowly. */
export const DELIVER_WITHIN = 2 * MINUTE;
/** A connection without letters is given back; servers end them after a few minutes. */
const IDLE = 30 * SECOND;

export function createSmtp({ url, from, atOnce, ca, patience = PATIENCE }: SmtpOptions): MailServer {
  const { hostname, port, protocol, username, password, searchParams } = new URL(url);
  const sender = addressIn(from);
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isSecure = protocol === 'smtps:';
  const closing = new AbortController();
  const transport = createTransport({
    pool: true,
    host,
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: !isSecure && !isLoopback(host) && searchParams.get('tls') !== 'optional',
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    ...(ca === undefined ? {} : { tls: { ca } }),
    maxConnections: atOnce,
    dnsTimeout: CONNECT_WITHIN,
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: patience,
    socketCloseTimeout: SECOND,
    idleTimeout: IDLE,
    maxRequeues: 0, // no hidden retries: the queue of letters decides
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  /** The content of each letter under way: once it has been read, it may have reached the server. */
  const contents = new Map<string, Readable>();
  transport.use('stream', (mail, done) => {
    const { message } = mail;
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const content = create(options);
      contents.set(message.messageId(), content);
      return content;
    };
    done();
  });

  return {
    sender,
    async deliver({ id, to, from: name, at, unsubscribe, ...letter }) {
      const messageId = `<${id}@${domain}>`;
      try {
        await transport.sendMail({
          messageId,
          date: new Date(at),
          from: { name: oneLine(name), address: sender },
          to: { name: oneLine(to.name), address: to.address },
          envelope: { from: sender, to: [to.address] },
          subject: oneLine(letter.subject),
          text: letter.text,
          html: letter.html,
          ...(letter.calendar ? calendarOf(letter.calendar) : {}),
          headers: {
            'Auto-Submitted': 'auto-generated', // no answers “I am on holiday” (RFC 3834)
            'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
          signal: AbortSignal.any([closing.signal, AbortSignal.timeout(DELIVER_WITHIN)]),
        });
      } catch (error) {
        throw asFailure(error, contents.get(messageId)?.readableDidRead === true);
      } finally {
        contents.delete(messageId);
      }
    },
    close() {
      closing.abort();
      transport.close();
    },
  };
}

/** What only may be taken in is attached and no more: among the alternatives, programs would offer to accept it, which registers nobody. */
const calendarOf = (of: NonNullable<Letter['calendar']>) =>
  of.method === 'PUBLISH'
    ? {
        attachments: [
          { filename: 'event.ics', content: of.file, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' },
        ],
      }
    : { icalEvent: eventOf(of) };

/**
 * The same file twice: among the alternatives, with its method, for programs that show invitations (RFC 6047, 2.4; Outlook and Gmail look
 * nowhere else), and attached for those that don't. Base64, for nothing on the way must fold its lines anew.
 */
const eventOf = ({ method, file }: NonNullable<Letter['calendar']>) => ({
  ...{ method, content: file, contentTransferEncoding: 'base64' },
  filename: method === 'CANCEL' ? 'cancel.ics' : 'invite.ics',
});

/** The address in `Name <address>`, or the whole. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1]?.trim() ?? from.trim();

/** Whose fault a refusal of the recipient is not: policy (relaying, reputation) and a full mailbox (RFC 3463). */
const NOT_THE_ADDRESS = /^5\.(7\.|2\.[2-4]|3\.|4\.)/;
/** What says that the address is wrong, also after the content. */
const THE_ADDRESS = /^5\.(1\.[1236]|1\.10|2\.1)$/;

function asFailure(error: unknown, hasLeft: boolean): MailFailure {
  const {
    code = 'Thrown',
    responseCode,
    response,
    command,
  } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
    command?: string;
  };
  if (responseCode === undefined) return new MailFailure(hasLeft ? 'unknown' : 'unavailable', code);
  const detail = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const full = detail === undefined ? `${responseCode}` : `${responseCode} ${detail}`;
  if (responseCode < 500) return new MailFailure('throttled', full);
  const isRecipient = command === 'RCPT TO';
  if (isRecipient || command === 'DATA') {
    const isAddressWrong =
      detail === undefined ? isRecipient : isRecipient ? !NOT_THE_ADDRESS.test(detail) : THE_ADDRESS.test(detail);
    return new MailFailure('refused', full, isAddressWrong);
  }
  return new MailFailure('unavailable', full);
}

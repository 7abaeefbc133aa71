/** Telling people something in person, each by the one way that reaches them: mail when they want it so, else their 1:1 chat with the app. */
import { type PersonKey, postId } from './ids.ts';
import { isCurrent, type MailTopic, type MemberId, personEntries } from './network.ts';
import type { NewLetter } from './ports.ts';
import { addresseeOf, getsMail, identitiesOf, mainOf, type Register } from './register.ts';
import { directoryScope } from './scope.ts';
import type { Work } from './turn.ts';

/** How many people's ways are looked up at the same time. */
const READ_AT_ONCE = 20;

export type Reach =
  | { readonly by: 'mail'; readonly to: MemberId }
  | { readonly by: 'chat'; readonly to: PersonKey }
  | { readonly by: 'none' };

export interface Notice {
  /** With the person's id the letter's or post's own: the same goes out once. */
  readonly id: string;
  /** What the drawings are about. */
  readonly subject: string;
  /** Drawing of the letter, and of the post in the 1:1 chat with `subject|person`; without it nothing goes there. */
  readonly letter: string;
  readonly direct?: string;
  readonly topic: MailTopic;
  readonly urgency: NewLetter['urgency'];
  readonly isReminder?: true;
  /** An answer to what they did themselves: who has no chat with the app is told by mail, also without having chosen mail, unless they refused it. */
  readonly isOwn?: true;
}

/** Tells one person, and says by which way. */
export async function notify(work: Work, register: Register, who: MemberId, of: Notice): Promise<Reach> {
  const reach = await reachOf(work, register, who, of.topic, of.isOwn);
  const network = work.network.id;
  if (reach.by === 'mail') {
    await work.services.letters.send({
      ...{ id: `${of.id}-${who}`, network, to: reach.to, drawing: of.letter, subject: of.subject },
      topic: of.isOwn && !wantsByChoice(register, who, of.topic) ? 'always' : topicFor(register, who, of.topic),
      ...{ urgency: of.urgency, ...(of.isReminder ? { isReminder: of.isReminder } : {}) },
    });
  } else if (reach.by === 'chat' && of.direct !== undefined) {
    const to = mainOf(register, who) as MemberId;
    const isFree =
      of.isReminder === undefined ||
      (await work.services.letters.claimReminder({ network, subject: of.subject, to, by: 'teams' }));
    if (isFree)
      await work.services.posts.publish({
        id: postId.parse(`${of.id}-${who}`),
        ...{ network, drawing: of.direct, subject: `${of.subject}|${who}`, to: { person: reach.to } },
      });
  }
  return reach;
}

/** By which way someone is reached now. */
export async function reachOf(
  work: Work,
  register: Register,
  who: MemberId,
  topic: MailTopic,
  isOwn?: true,
): Promise<Reach> {
  if (work.services.letters.isConfigured && getsMail(register, who, topicFor(register, who, topic)))
    return { by: 'mail', to: mainOf(register, who) as MemberId };
  for (const person of chatIdentities(register, who)) {
    const key = `person|${person}`;
    const entry = await work.services.store.get(directoryScope(key), personEntries, key);
    if (entry?.value.chat !== undefined) return { by: 'chat', to: person };
  }
  const main = addresseeOf(register, who);
  const mayWrite = main?.email !== undefined && main.emailFailedAt === undefined && main.mail?.[topic] !== false;
  if (isOwn && mayWrite && work.services.letters.isConfigured)
    return { by: 'mail', to: mainOf(register, who) as MemberId };
  return { by: 'none' };
}

/** By which way each of these is reached, in their order. */
export async function reachesOf(
  work: Work,
  register: Register,
  people: readonly MemberId[],
  topic: MailTopic,
): Promise<Reach['by'][]> {
  const found: Reach['by'][] = [];
  for (let at = 0; at < people.length; at += READ_AT_ONCE) {
    const some = people.slice(at, at + READ_AT_ONCE);
    found.push(...(await Promise.all(some.map(async (who) => (await reachOf(work, register, who, topic)).by))));
  }
  return found;
}

const wantsByChoice = (register: Register, who: MemberId, topic: MailTopic): boolean =>
  getsMail(register, who, topicFor(register, who, topic));

/** People from outside know no topics: what concerns their events reaches them. */
const topicFor = (register: Register, who: MemberId, topic: MailTopic): MailTopic =>
  addresseeOf(register, who)?.isOutsider ? 'events' : topic;

/** Identities of a person that may have a 1:1 chat with the app, the main one first. */
function chatIdentities(register: Register, who: MemberId): PersonKey[] {
  return identitiesOf(register, who).flatMap((id) => {
    const one = register.members.get(id);
    return one?.teamsId !== undefined && isCurrent(one) ? [one.person] : [];
  });
}

/** The one-click end of all letters (RFC 8058): what the unsubscribe link does. */
import { type MailTopic, type Member, type MemberId, mailTopic, topicsFor } from '../core/network.ts';
import { changeMember, identitiesOf, registerNow } from '../core/register.ts';
import type { Work } from '../core/turn.ts';

/** Refuses every kind of letter for the person, with all their identities. Can be repeated. False when there is no such member. */
export async function unsubscribe(work: Work, member: MemberId): Promise<boolean> {
  const register = await registerNow(work);
  if (!register.members.has(member)) return false;
  for (const id of identitiesOf(register, member)) await changeMember(work, id, (now) => now && withoutMail(now));
  return true;
}

/** The way back for who unsubscribed by mistake: letters of these topics, of none given all but the digest. Can be repeated. */
export async function subscribe(work: Work, member: MemberId, topics: readonly MailTopic[]): Promise<void> {
  await changeMember(work, member, (now) => {
    if (!now) return now;
    const wanted = topics.length > 0 ? topics : topicsFor(now).filter((topic) => topic !== 'digest');
    const choices = Object.fromEntries(wanted.map((topic) => [topic, true]));
    return { ...now, mail: { ...now.mail, ...choices } };
  });
}

const none = Object.fromEntries(mailTopic.options.map((topic) => [topic, false])) as Record<MailTopic, boolean>;

const withoutMail = (of: Member): Member =>
  mailTopic.options.every((topic) => of.mail?.[topic] === false) ? of : { ...of, mail: none };

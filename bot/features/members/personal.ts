/** What the register stores on a person: their member documents, where they are named in others', and their invitations. */
import { DAY, type Instant, plus } from '../../core/clock.ts';
import type { Personal } from '../../core/feature.ts';
import { listAll } from '../../core/list-all.ts';
import type { Member, MemberId } from '../../core/network.ts';
import { nameFor } from '../../core/organisation.ts';
import { changeMember, changeOrganisation, forgetRegister, registerNow } from '../../core/register.ts';
import { keptSince } from '../../core/retention.ts';
import type { Work } from '../../core/turn.ts';
import { missingOrganisations } from './enrolment.ts';
import { keepMark, missingWords } from './operations.ts';
import { invitedAddresses, recommendations, withoutInvitation } from './recommendation.ts';

/** A day's places are counted on that day alone; this is over in every zone. */
const PLACES_KEPT = 3 * DAY;

export const personal: Personal = {
  async collect(ids, work) {
    const register = await registerNow(work);
    const isOne = (id: MemberId | undefined): boolean => id !== undefined && ids.includes(id);
    const own = ids.flatMap((id) => register.members.get(id) ?? []);
    const organisations = [...register.organisations.values()];
    const name = (id: string | undefined): string | undefined => {
      const found = id === undefined ? undefined : register.organisations.get(id);
      return found && nameFor(found.names, 'fi');
    };
    const [words, places] = await Promise.all([missingWords(work), placesTaken(work)]);
    return {
      members: own.map(({ recommendedBy, linkRound: _, ...kept }) => ({
        ...kept,
        ...(recommendedBy === undefined ? {} : { wasRecommended: true }),
        ...(kept.organisation === undefined ? {} : { organisationName: name(kept.organisation) }),
        ...(kept.claims === undefined ? {} : { claimsName: name(kept.claims) }),
      })),
      delegateOf: organisations.filter(({ delegate }) => isOne(delegate)).map(({ id, names }) => ({ id, names })),
      substituteOf: organisations.filter(({ substitute }) => isOne(substitute)).map(({ id, names }) => ({ id, names })),
      missingOrganisation: words
        .filter(({ member }) => isOne(member))
        .map(({ words: written, at }) => ({ words: written, at })),
      recommendationsMade: places.filter(({ value }) => isOne(value.by)).map(({ value }) => ({ at: value.at })),
    };
  },

  async erase(ids, _as, work) {
    const { store } = work.services;
    const register = await registerNow(work);
    const isOne = (id: string | undefined): boolean => id !== undefined && (ids as readonly string[]).includes(id);
    for (const { id, delegate, substitute } of register.organisations.values()) {
      if (!isOne(delegate) && !isOne(substitute)) continue;
      await changeOrganisation(work, id, (now) => {
        if (!now) return now;
        const { delegate: first, substitute: second, ...rest } = now;
        return {
          ...rest,
          ...(first === undefined || isOne(first) ? {} : { delegate: first }),
          ...(second === undefined || isOne(second) ? {} : { substitute: second }),
        };
      });
    }
    for (const [id, { recommendedBy, sameAs }] of register.members) {
      if (isOne(id) || !(isOne(recommendedBy) || isOne(sameAs))) continue;
      await changeMember(work, id, (now) => {
        if (!now) return now;
        const { recommendedBy: by, sameAs: main, ...rest } = now;
        return {
          ...rest,
          ...(by === undefined || isOne(by) ? {} : { recommendedBy: by }),
          ...(main === undefined || isOne(main) ? {} : { sameAs: main }),
        };
      });
    }
    for (const { id, value } of await placesTaken(work))
      if (isOne(value.by) || isOne(value.member)) await store.remove(work.scope, recommendations, id);
    for (const { id, value } of await listAll(store, work.scope, invitedAddresses))
      if (isOne(value.invitation))
        await store.upsert(work.scope, invitedAddresses, id, { at: value.at, until: value.until });
    // Whoever declined or never answered is not to be asked again: of their address a keyed hash stays, and nothing else.
    for (const one of ids.flatMap((id) => register.members.get(id) ?? []))
      if (one.isInvited && one.email !== undefined) await keepMark(work, one.email, one.leftAt ?? one.emailSource?.at);
    // The member's own document goes when every part has done its work: by it they know names and addresses.
    for (const id of ids) await store.remove(work.scope, missingOrganisations, id);
    forgetRegister(work);
  },

  async expire(work) {
    const { store, clock } = work.services;
    for (const { id, value } of await placesTaken(work))
      if (plus(value.at, PLACES_KEPT) <= clock.now()) await store.remove(work.scope, recommendations, id);
    for (const { id, value } of await listAll(store, work.scope, invitedAddresses))
      if (value.until <= clock.now()) await store.remove(work.scope, invitedAddresses, id);
    // Who is only invited is forgotten whole; outsiders stay for their events.
    for (const [id, one] of (await registerNow(work)).members)
      if (one.isOutsider && isUnanswered(one, clock.now()))
        await changeMember(work, id, (now) => now && (isUnanswered(now, clock.now()) ? withoutInvitation(now) : now));
  },
};

const isUnanswered = ({ isInvited, emailSource }: Member, now: Instant): boolean =>
  isInvited === true && emailSource !== undefined && emailSource.at < keptSince('invitations', now);

const placesTaken = ({ services, scope }: Work) => listAll(services.store, scope, recommendations);

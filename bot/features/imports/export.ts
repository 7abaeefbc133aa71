/** Members, or the mailing list, by filter as files for coordinators. */
import { z } from 'zod';
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import type { Download } from '../../core/feature.ts';
import { nameIn } from '../../core/organisation.ts';
import { kindOf, type Register, registerNow } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { type Cell, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import { findPeople, type Person, peopleOf } from '../members/filter.ts';
import { aYearAgo, peopleIn, reachOf } from '../reach/reach.ts';
import { exportFilter } from './export-filter.ts';
import { mailingAddress, recipient } from './recipient.ts';
import { text } from './text.ts';

/** What a file is to hold, as it stands in its signed address. */
const exported = z.object({ filter: exportFilter, content: z.enum(['members', 'mailingList']) });
type Exported = z.infer<typeof exported>;

export const exportSubject = (of: Exported): string => JSON.stringify(of);

/** People of the network now who fit, in order of name; for the mailing list only those whom mail may reach. */
export async function whomOf(visit: Visit, { filter: { event, ...filter }, content }: Exported): Promise<Person[]> {
  return (await peopleFor(visit, { filter: { event, ...filter }, content })).people;
}

async function peopleFor(
  visit: Visit,
  { filter: { event, ...filter }, content }: Exported,
): Promise<{ register: Register; people: Person[] }> {
  const { services, network } = visit;
  const [now, today] = [services.clock.now(), todayIn(visit)];
  const register = await registerNow(visit);
  const current = [...new Set(peopleOf(register, today).values())].filter(({ state }) => state === 'current');
  const asksReach = event !== undefined || filter.isSilent !== undefined;
  const participation = asksReach ? await services.participation(network.createdAt, visit) : [];
  const silent =
    filter.isSilent === undefined
      ? undefined
      : reachOf(register, participation, { since: aYearAgo(now), today }).silentPeople;
  const there = event === undefined ? undefined : peopleIn(register, participation, event);
  const { found } = findPeople(register, current, filter, silent === undefined ? {} : { silent });
  const order = new Intl.Collator(visit.t.tag);
  const people = found
    .filter(({ id }) => there?.has(id) ?? true)
    .filter((one) => content === 'members' || mailingAddress(one) !== undefined)
    .sort((a, b) => order.compare(a.main.name, b.main.name));
  return { register, people };
}

function memberRows({ t }: Visit, register: Register, people: readonly Person[]): Cell[][] {
  const head = [
    text.name,
    text.organisation,
    text.columnCode,
    text.columnKind,
    text.title,
    text.email,
    text.phone,
    text.language,
    text.isContact,
    text.topics,
    text.membership,
  ];
  return [
    head.map((row) => t(row)),
    ...people.map(({ main, organisation, email }) => {
      const kind = organisation && kindOf(register, organisation);
      const stage = organisation && (organisation.membership === 'left' ? 'leftMembership' : organisation.membership);
      return [
        main.name,
        organisation ? nameIn(organisation.names, t) : '',
        organisation?.code ?? '',
        kind ? nameIn(kind.names, t) : '',
        main.title ?? '',
        email ?? '',
        main.phone ?? '',
        main.locale ? t(text[main.locale]) : '',
        main.isContact ? t(text.yes) : '',
        (main.topics ?? []).join(', '),
        stage ? t(text[stage]) : '',
      ];
    }),
  ];
}

function mailingRows({ t }: Visit, people: readonly Person[]): Cell[][] {
  return [
    [t(text.columnRecipient), t(text.name), t(text.email), t(text.organisation)],
    ...people.map((one) => {
      const address = mailingAddress(one) ?? '';
      const { organisation } = one;
      return [
        recipient(one.main.name, address),
        one.main.name,
        address,
        organisation ? nameIn(organisation.names, t) : '',
      ];
    }),
  ];
}

const download = (format: SheetFormat): Download => ({
  name: `members.${format}`,
  role: 'coordinator',
  async produce(subject, visit) {
    await asCoordinator(visit);
    const wanted = exported.parse(JSON.parse(subject));
    const { register, people } = await peopleFor(visit, wanted);
    const isMailing = wanted.content === 'mailingList';
    await audit(visit, isMailing ? 'members.mailing-file' : 'members.file', visit.network.id);
    const rows = isMailing ? mailingRows(visit, people) : memberRows(visit, register, people);
    const date = todayIn(visit);
    const name = visit.t(isMailing ? text.mailingName : text.membersName, { date });
    return sheetsFile(name, format, [{ name: visit.t(isMailing ? text.mailingSheet : text.membersSheet), rows }]);
  },
});

export const memberDownloads: readonly Download[] = [download('csv'), download('xlsx')];

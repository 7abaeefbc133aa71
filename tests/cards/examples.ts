/** Example cards of polls, from invented data; the tests read them and the pictures show them. */
import { type Element, plain } from '../../bot/cards/kit.ts';
import type { Card } from '../../bot/core/card.ts';
import { type Instant, toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import { organisationId } from '../../bot/core/network.ts';
import type { Translate } from '../../bot/core/text.ts';
import {
  type Frame,
  openPollsCard,
  ownVoteCard,
  pollCard,
  reminderCard,
  reminderText,
  resultCard,
  type Shown,
} from '../../bot/features/polls/cards.ts';
import {
  managePollCard,
  pollFormCard,
  pollPreviewCard,
  reminderPreviewCard,
} from '../../bot/features/polls/desk-cards.ts';
import {
  LONGEST_DESCRIPTION,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  MOST_OPTIONS,
  type Option,
  optionIdOf,
  type Poll,
  type PollResult,
  poll,
  pollDraft,
} from '../../bot/features/polls/poll.ts';
import { text } from '../../bot/features/polls/text.ts';

export interface Example {
  readonly name: string;
  draw(t: Translate): Card;
}

export const now: Instant = toInstant('2026-11-26T10:00:00Z');
const person = personOf('10000000-0000-4000-8000-000000000000', '20000000-0000-4000-8000-000000000000');
export const optionsOf = (...labels: readonly string[]): Option[] =>
  labels.map((label, index) => ({ id: optionIdOf(index + 1), label }));

/** An open poll on topics; `of` changes what the example is about. */
export function examplePoll(of: Partial<Poll> = {}): Poll {
  const options = of.options ?? optionsOf('Koulukuljetukset', 'Kutsuliikenne haja-asutusalueella', 'Tilastot');
  return poll.parse({
    id: activityId.parse('example'),
    question: 'Mistä aiheesta seuraava webinaari pidetään?',
    type: 'topics',
    mostChoices: 1,
    opensAt: toInstant('2026-11-26T06:00:00Z'),
    closesAt: toInstant('2026-12-03T14:00:00Z'),
    showResults: 'always',
    secrecy: 'unnamed',
    membersAddOptions: false,
    onTie: 'coordinator',
    tallies: 'persons',
    rule: 'latest',
    createdBy: person,
    createdAt: toInstant('2026-11-26T06:00:00Z'),
    state: 'running',
    round: 1,
    post: postId.parse('example-post'),
    reminders: [],
    ...of,
    options,
    nextOption: options.length + 1,
  });
}

export function closedPoll(of: Partial<Poll>, result: Partial<PollResult>): Poll {
  return examplePoll({
    closesAt: toInstant('2026-11-25T14:00:00Z'),
    opensAt: toInstant('2026-11-18T06:00:00Z'),
    state: 'closed',
    ...of,
    result: {
      voters: 12,
      entitled: 34,
      counts: { o1: 7, o2: 3, o3: 2 },
      leaders: [optionIdOf(1)],
      isValid: true,
      participants: [],
      comments: [],
      countedAt: toInstant('2026-11-25T14:00:06Z'),
      ...result,
    },
  });
}

const counts: Shown = { voters: 12, entitled: 34, counts: { o1: 7, o2: 4, o3: 1 } };
const turnout: Shown = { voters: 12, entitled: 34 };
export function shownOf(of: Poll): Shown {
  const { voters = 0, entitled = 0, counts: people, organisations: theirs } = of.result ?? {};
  return {
    ...{ voters, entitled, kind: theirs?.areMunicipalities === false ? 'organisation' : 'municipality' },
    ...(people ? { counts: people } : {}),
    ...(theirs ? { organisations: { ...organisationsOf(theirs) } } : {}),
  };
}

function organisationsOf({
  areMunicipalities: _word,
  voted,
  counts: exact,
  ...others
}: NonNullable<PollResult['organisations']>): NonNullable<Shown['organisations']> {
  return { ...others, voted: voted.length, ...(exact ? { counts: exact } : {}) };
}

const described = examplePoll({
  description:
    'Talven webinaari kestää tunnin. Aiheesta etsitään yksi esimerkki pienestä kunnasta ja yksi suuremmasta.\nVoit ehdottaa puhujaa kommentissa.',
  purpose: 'Eniten ääniä saanut aihe on tammikuun webinaarin aihe.',
});
const named = examplePoll({ secrecy: 'named', question: 'Kuka kirjoittaa lausunnon luonnoksen?' });
const secret = examplePoll({
  secrecy: 'secret',
  showResults: 'afterClosing',
  question: 'Valitaanko ydinryhmälle uusi puheenjohtaja kesken kauden?',
  options: optionsOf('Kyllä', 'Ei', 'En osaa sanoa'),
  minimumTurnout: 10,
});
const several = examplePoll({
  question: 'Mitkä aiheet kiinnostavat ensi vuonna?',
  mostChoices: 3,
  membersAddOptions: true,
  onTie: 'both',
  options: optionsOf(
    'Koulukuljetukset',
    'Kutsuliikenne',
    'Kilpailutus pienessä kunnassa',
    'Tilastot ja raportointi',
    'Asiakaskokemus',
    'Haja-asutusalueiden liikenne',
    'Päättäjien koulutus',
    'Joukkoliikenteen arvostuksen nostaminen kunnan omassa viestinnässä',
  ),
});
const severalShown: Shown = {
  voters: 18,
  entitled: 34,
  counts: { o1: 11, o2: 9, o3: 6, o4: 3, o5: 2, o6: 8, o7: 1, o8: 0 },
};
const dates = examplePoll({
  type: 'dates',
  question: 'Milloin ohjausryhmä kokoontuu?',
  minimumTurnout: 5,
  onTie: 'revote',
  options: [
    { start: '2026-12-08T07:00:00Z', end: '2026-12-08T08:00:00Z' },
    { start: '2026-12-09T11:00:00Z', end: '2026-12-09T12:30:00Z' },
    { start: '2026-12-10T07:00:00Z', end: '2026-12-10T08:00:00Z' },
  ].map(({ start, end }, index) => ({
    id: optionIdOf(index + 1),
    label: '',
    startsAt: toInstant(start),
    endsAt: toInstant(end),
  })),
});

const winner = closedPoll({}, { comments: ['Hyvä aihe', 'Mukaan voisi pyytää liikennöitsijän'] });
const tied = closedPoll({}, { counts: { o1: 5, o2: 5, o3: 2 }, leaders: [optionIdOf(1), optionIdOf(2)] });

// ── Pictures ──

/** As long as real ones are. */
const addressOf = (n: number): string => `https://verkostobotti.example/p/${'a'.repeat(42)}${n % 10}/files/picture.jpg`;
const pictured = (of: Poll, alt: (label: string) => string = (label) => `Kuva: ${label}`): Poll => ({
  ...of,
  options: of.options.map((one, n) => ({
    ...one,
    picture: { id: activityId.parse(`pic-${n}`), alt: alt(one.label).slice(0, 200), width: 1024, height: 683 },
  })),
});
const withAddresses = (of: Poll, shown: Shown): Shown => ({
  ...shown,
  pictures: Object.fromEntries(of.options.map(({ id }, n) => [id, addressOf(n)])),
});
const styles = pictured(
  examplePoll({
    question: 'Mikä näistä pysäkeistä on kuvakilpailun voittaja?',
    options: optionsOf('Katettu pysäkki torin laidalla', 'Kyläkaupan seinä', 'Satama aamulla'),
  }),
);

// ── One municipality, one vote ──

const group = { fi: 'Ydinryhmä', sv: 'Kärngruppen', en: 'Core group' };
const byMunicipality = examplePoll({ tallies: 'organisations', minimumTurnout: 10 });
const organisations = {
  ...{ voted: 14, entitled: 31, waiting: 1, outside: 2 },
  counts: { o1: '9/2', o2: '17/2', o3: '1' },
};
const bothTallies: Shown = { ...counts, voters: 18, kind: 'municipality', organisations };
const sealed = { secrecy: 'secret', showResults: 'afterClosing', tallies: 'organisations' } as const;
const disagreeing = closedPoll(
  { tallies: 'organisations', rule: 'split' },
  {
    ...{ voters: 18, entitled: 34, counts: { o1: 9, o2: 8, o3: 1 }, leaders: [optionIdOf(2)] },
    organisations: {
      ...{ voted: Array.from({ length: 14 }, (_, n) => organisationId.parse(`o-${n}`)), entitled: 31 },
      ...{ areMunicipalities: true, counts: organisations.counts, waiting: 1, outside: 2 },
    },
  },
);
const withoutCounts = ((): Poll => {
  const { counts: _people, ...result } = disagreeing.result ?? { counts: {} };
  return poll.parse({ ...disagreeing, ...sealed, rule: 'latest', result });
})();
const fewMunicipalities = ((): Poll => {
  const { organisations: found, ...result } = withoutCounts.result ?? {};
  const { counts: _withheld, ...turnout } = found ?? {};
  return poll.parse({ ...withoutCounts, result: { ...result, leaders: [], organisations: turnout } });
})();
const noMunicipality = poll.parse({
  ...disagreeing,
  result: {
    ...disagreeing.result,
    leaders: [],
    organisations: { ...disagreeing.result?.organisations, voted: [], counts: { o1: '0', o2: '0', o3: '0' } },
  },
});
const question: Element = {
  type: 'Container',
  separator: true,
  items: [{ type: 'TextBlock', text: 'Edustatko kuntaa Pietarsaari?', wrap: true }],
};

const exampleNames = { o1: ['Aino Esimerkki', 'Erik Exempel', 'Sanna Malli'], o2: ['Olavi Oletus'], o3: [] };
const longOptions = examplePoll({
  options: optionsOf(
    'Koulukuljetusten ja avoimen joukkoliikenteen yhdistäminen: mitä säästyy ja kenelle',
    'Kutsuliikenne haja-asutusalueella, kun oma kalusto puuttuu ja liikennöitsijöitä on vain yksi',
    'Tilastot',
  ),
});
const secretClosed = closedPoll({ secrecy: 'secret', showResults: 'afterClosing' }, {});
const tooFewPoll = ((): Poll => {
  const { counts: _withheld, ...result } = secretClosed.result ?? { counts: {} };
  return poll.parse({ ...secretClosed, result: { ...result, voters: 2, leaders: [] } });
})();
const defaultDeadline = toInstant('2026-12-03T14:00:00Z');

const letters = (n: number, word: string): string => word.repeat(Math.ceil(n / word.length)).slice(0, n);
/** The longest that the rules allow. */
export const largest = examplePoll({
  question: letters(LONGEST_QUESTION, 'Pitkä kysymys – '),
  description: letters(LONGEST_DESCRIPTION, 'Pitkä kuvaus ”åäö” – '),
  purpose: letters(LONGEST_DESCRIPTION, 'Pitkä käyttötarkoitus – '),
  mostChoices: 3,
  options: optionsOf(
    ...Array.from({ length: MOST_OPTIONS }, (_, n) => letters(LONGEST_OPTION, `${n + 1} pitkä vaihtoehto `)),
  ),
});
export const largestShown: Shown = {
  voters: 120,
  entitled: 159,
  counts: Object.fromEntries(largest.options.map((one, index) => [one.id, 6 * index])),
};

const largestClosed = closedPoll(
  { ...largest, closesAt: toInstant('2026-11-25T14:00:00Z'), state: 'closed' },
  { counts: largestShown.counts ?? {}, leaders: [optionIdOf(MOST_OPTIONS)], voters: 120, entitled: 159 },
);
const largestDraft = pollDraft.parse({
  question: largest.question,
  description: largest.description,
  purpose: largest.purpose,
  options: largest.options.map((one) => one.label).join('\n'),
});

const largestAlt = letters(200, 'Pitkä kuvaus siitä, mitä kuvassa on – ');

/** Text that tries to be more than text. */
export const INJECTION =
  '**lihava** _kursiivi_ [linkki](https://example.org) <at>Kaikki</at> <b>x</b> {{DATE(2026-01-01)}} `koodi` ~~yli~~ \u202eraj';
const injected = examplePoll({
  question: `Kysymys ${INJECTION}`,
  description: `# Otsikko\n- lista\n1. luku\n> lainaus\n${INJECTION}`,
  purpose: INJECTION,
  options: optionsOf(...['a', 'b'].map((one) => `${one} ${INJECTION}`.slice(0, LONGEST_OPTION))),
});

const draft = pollDraft.parse({
  question: described.question,
  options: described.options.map((one) => one.label).join('\n'),
});
const fullDraft = pollDraft.parse({
  ...draft,
  type: 'topics',
  closesOn: '2026-12-03',
  closesAtTime: '16:00',
  opensOn: '2026-11-30',
  opensAtTime: '08:00',
  description: described.description,
  purpose: described.purpose,
  mostChoices: '2',
  showResults: 'always',
  secrecy: 'secret',
  membersAddOptions: 'true',
  minimumTurnout: '10',
  onTie: 'revote',
});
const ownComment = 'Puhujaksi sopisi joku naapurikunnasta.';
const castAt = toInstant('2026-11-26T09:41:00Z');

/** Every card of polls in every state that looks different. */
export const examples: readonly Example[] = (
  [
    ['open', (f) => pollCard(described, counts, f)],
    ['open-first', (f) => pollCard(examplePoll(), { voters: 0, entitled: 34, counts: { o1: 0, o2: 0, o3: 0 } }, f)],
    ['open-after-vote', (f) => pollCard(examplePoll({ showResults: 'afterVote' }), turnout, f)],
    ['open-named', (f) => pollCard(named, { ...counts, names: exampleNames }, f)],
    ['open-secret', (f) => pollCard(secret, turnout, f)],
    ['open-by-municipality', (f) => pollCard(byMunicipality, bothTallies, f)],
    [
      'open-by-delegate',
      (f) =>
        pollCard(
          examplePoll({ tallies: 'organisations', rule: 'delegate' }),
          { ...bothTallies, kind: 'organisation' },
          f,
        ),
    ],
    ['open-persons-and-municipalities', (f) => pollCard(examplePoll(), bothTallies, f)],
    ['open-for-group', (f) => pollCard(examplePoll({ group: 'core' }), { ...turnout, group }, f)],
    ['open-secret-by-municipality', (f) => pollCard({ ...secret, ...sealed }, { ...turnout, kind: 'municipality' }, f)],
    [
      'open-secret-by-delegate',
      (f) => pollCard({ ...secret, ...sealed, rule: 'delegate' }, { ...turnout, kind: 'organisation' }, f),
    ],
    [
      'open-largest-by-municipality',
      (f) =>
        pollCard(
          { ...largest, tallies: 'organisations', rule: 'split', minimumTurnout: 10 },
          {
            ...largestShown,
            group,
            organisations: {
              ...organisations,
              counts: Object.fromEntries(largest.options.map(({ id }) => [id, '31/7'])),
            },
          },
          f,
        ),
    ],
    ['open-pictures', (f) => pollCard(styles, withAddresses(styles, counts), f)],
    ['open-several-pictures', (f) => pollCard(pictured(several), withAddresses(several, severalShown), f)],
    ['own-pictures', (f) => ownVoteCard(styles, withAddresses(styles, counts), { choices: ['o2'], castAt }, f)],
    ['result-pictures', (f) => resultCard(pictured(winner), withAddresses(winner, shownOf(winner)), f)],
    [
      'open-largest-pictures',
      (f) =>
        pollCard(
          pictured(largest, () => largestAlt),
          withAddresses(largest, largestShown),
          f,
        ),
    ],
    [
      'open-injected-pictures',
      (f) =>
        pollCard(
          pictured(injected, () => INJECTION),
          withAddresses(injected, counts),
          f,
        ),
    ],
    ['open-several', (f) => pollCard(several, severalShown, f)],
    ['open-dates', (f) => pollCard(dates, counts, f)],
    ['open-long-options', (f) => pollCard(longOptions, counts, f)],
    ['open-own-options', (f) => pollCard(examplePoll({ membersAddOptions: true }), counts, f)],
    ['open-revote', (f) => pollCard(examplePoll({ revoteOf: activityId.parse('first'), onTie: 'revote' }), counts, f)],
    ['open-largest', (f) => pollCard(largest, largestShown, f)],
    ['open-injected', (f) => pollCard(injected, { ...counts, names: { o1: [INJECTION] } }, f)],
    ['scheduled', (f) => pollCard(examplePoll({ opensAt: toInstant('2026-11-30T06:00:00Z') }), turnout, f)],
    ['counting', (f) => pollCard(examplePoll({ closesAt: now }), turnout, f)],
    ['closed', (f) => pollCard(winner, shownOf(winner), f)],
    ['closed-tie', (f) => pollCard(tied, shownOf(tied), f)],
    ['undone', (f) => pollCard(examplePoll({ state: 'undone' }), turnout, f)],
    ['result', (f) => resultCard(winner, shownOf(winner), f)],
    ...(
      [
        ['tie', tied],
        ['revote', { ...tied, onTie: 'revote' }],
        ['both-win', { ...tied, onTie: 'both' }],
        ['decided', { ...tied, decision: { option: optionIdOf(2), by: person, at: now } }],
        ['not-valid', closedPoll({ minimumTurnout: 20 }, { isValid: false, leaders: [] })],
        ['nobody', closedPoll({}, { voters: 0, counts: { o1: 0, o2: 0, o3: 0 }, leaders: [] })],
        ['too-few', tooFewPoll],
        ['disagreeing', disagreeing],
        ['secret-by-municipality', withoutCounts],
        ['few-municipalities', fewMunicipalities],
        ['no-municipality', noMunicipality],
        [
          'few-organisations-voted',
          poll.parse({
            ...disagreeing,
            minimumTurnout: 20,
            result: { ...disagreeing.result, isValid: false, leaders: [] },
          }),
        ],
      ] satisfies [string, Poll][]
    ).map(([name, of]): [string, (f: Frame) => Card] => [`result-${name}`, (f) => resultCard(of, shownOf(of), f)]),
    ['result-largest', (f) => resultCard(largestClosed, shownOf(largestClosed), f)],
    ['own-none', (f) => ownVoteCard(examplePoll(), counts, undefined, f)],
    ['own-first', (f) => ownVoteCard(examplePoll(), counts, { choices: ['o1'], castAt }, { ...f, outcome: 'first' })],
    [
      'own-changed',
      (f) =>
        ownVoteCard(
          examplePoll(),
          counts,
          { choices: ['o2'], comment: ownComment, castAt },
          { ...f, outcome: 'changed' },
        ),
    ],
    [
      'own-withdrawn',
      (f) => ownVoteCard(examplePoll(), counts, { choices: [], castAt }, { ...f, outcome: 'withdrawn' }),
    ],
    [
      'own-asked-beside',
      (f) =>
        ownVoteCard(
          byMunicipality,
          bothTallies,
          { choices: ['o1'], castAt },
          {
            ...f,
            outcome: 'first',
            aside: [question],
          },
        ),
    ],
    ['own-several', (f) => ownVoteCard(several, severalShown, { choices: ['o1', 'o6'], castAt }, f)],
    ['own-secret', (f) => ownVoteCard(secret, turnout, { choices: ['o1'], castAt }, { ...f, outcome: 'first' })],
    [
      'own-refused',
      (f) =>
        ownVoteCard(several, severalShown, undefined, {
          ...f,
          refusal: f.t(text.manyChoices, { most: 3 }),
          typedComment: ownComment,
        }),
    ],
    ['own-closed', (f) => ownVoteCard(winner, shownOf(winner), { choices: ['o1'], comment: ownComment, castAt }, f)],
    ['own-closed-secret', (f) => ownVoteCard(secretClosed, shownOf(secretClosed), undefined, f)],
    ['own-largest', (f) => ownVoteCard(largest, largestShown, { choices: ['o1', 'o2'], castAt }, f)],
    ['form', (f) => pollFormCard(pollDraft.parse({}), { ...f, form: 'f1', defaultDeadline })],
    [
      'form-problems',
      (f) =>
        pollFormCard(fullDraft, {
          ...f,
          form: 'f1',
          defaultDeadline,
          problems: [
            { field: 'options', message: f.t(text.repeatedOption, { option: 'Tilastot' }) },
            { field: 'showResults', message: f.t(text.secretShowsLater) },
          ],
        }),
    ],
    [
      'form-by-municipality',
      (f) =>
        pollFormCard(
          { ...fullDraft, tallies: 'organisations', rule: 'split', group: 'core' },
          {
            ...{ ...f, form: 'f1', defaultDeadline, groups: [{ id: 'core', name: 'Ydinryhmä' }] },
            problems: [{ field: 'rule', message: f.t(text.secretNotSplit) }],
          },
        ),
    ],
    ['preview', (f) => pollPreviewCard(described, draft, 'f1', f)],
    ['preview-several', (f) => pollPreviewCard(several, draft, 'f1', f)],
    ['preview-largest', (f) => pollPreviewCard(largest, largestDraft, 'f1', f)],
    ['manage-open', (f) => managePollCard(described, counts, { close: true, remind: true, undo: true }, f)],
    [
      'manage-by-municipality',
      (f) =>
        managePollCard(
          byMunicipality,
          bothTallies,
          { close: true, remind: true },
          {
            ...f,
            organisations: {
              voted: Array.from({ length: 14 }, (_, n) => `Kunta ${n + 1}`),
              notVoted: Array.from({ length: 145 }, (_, n) => `Kunta ${n + 15}`),
            },
          },
        ),
    ],
    ['manage-tie', (f) => managePollCard(tied, shownOf(tied), { decide: true, reopen: true }, f)],
    ['manage-unknown', (f) => managePollCard(described, turnout, { close: true }, { ...f, post: 'unknown' })],
    [
      'open-list',
      (f) =>
        openPollsCard(
          [
            { poll: described, hasVoted: false },
            { poll: dates, hasVoted: true },
          ],
          f,
        ),
    ],
    ['open-list-none', (f) => openPollsCard([], f)],
    [
      'open-list-others',
      (f) =>
        openPollsCard([{ poll: described, hasVoted: false }], f, [
          { title: INJECTION, hint: 'Kunta 1', link: 'https://tab.example.test/events/e1' },
          { title: 'Kunta 2', link: 'https://tab.example.test/own' },
        ]),
    ],
    [
      'open-list-many',
      (f) =>
        openPollsCard(
          Array.from({ length: 30 }, () => ({ poll: largest, hasVoted: false })),
          f,
        ),
    ],
    ['reminder', (f) => reminderCard(described, turnout, f)],
    [
      'reminder-preview',
      (f) =>
        reminderPreviewCard(
          described,
          {
            notVoted: 22,
            direct: 11,
            mail: 4,
            byChannel: 7,
            channelText: reminderText(described, { voters: 12, entitled: 34, notVoted: 22 }, f),
          },
          'f2',
          f,
        ),
    ],
  ] satisfies [string, (frame: Frame) => Card][]
).map(([name, draw]) => ({
  name,
  draw: (t) => draw({ now, zone: 'Europe/Helsinki', t, link: 'https://teams.microsoft.com/l/entity/app/polls' }),
}));

/** What people wrote in the examples, as cards print it, longest first: the pseudo-locale's test sets it aside. */
export function userTexts(): string[] {
  const written = [described, named, secret, several, dates, longOptions, largest, injected, winner, styles].flatMap(
    (of) => [
      of.question,
      ...(of.description ?? '').split('\n'),
      ...(of.purpose ?? '').split('\n'),
      ...of.options.map((one) => one.label),
      ...pictured(of).options.map(({ picture }) => picture?.alt ?? ''),
    ],
  );
  const municipalities = Array.from({ length: 160 }, (_, n) => `Kunta ${n}`);
  const ofRegister = [...Object.values(group), 'Edustatko kuntaa Pietarsaari?', ...municipalities];
  const names = [...Object.values(exampleNames).flat(), ...ofRegister, INJECTION, largestAlt];
  const printed = [...written, ...names].flatMap((one) => [one, ...clipped(one)]).map(plain);
  return printed.filter((one) => /\p{L}/u.test(one)).sort((a, b) => b.length - a.length);
}

/** Where cards cut long texts, in letters. */
const CUTS = [24, 40, 60, 150, 300, 800];
const clipped = (one: string): string[] =>
  CUTS.filter((cut) => [...one].length > cut).map((cut) => `${[...one].slice(0, cut - 1).join('')}…`);

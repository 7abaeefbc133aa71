/** The box and a challenge of the sample network: stories that wait for the next opening and some that have come out, and deeds passed on by name. */
import { plus, toInstant } from '../bot/core/clock.ts';
import { activityId, type NetworkId, personOf } from '../bot/core/ids.ts';
import { memberIdOf, networks } from '../bot/core/network.ts';
import type { Services } from '../bot/core/ports.ts';
import { activityScope, networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import { type Box, boxes, nextOpening, postOfBox, type Story, stories } from '../bot/features/boxes/box.ts';
import { type Challenge, challenges, type Deed, deeds, postOfChallenge } from '../bot/features/boxes/challenge.ts';
import { sampleCoordinator, sampleTeam } from './sample.ts';

const BOX = activityId.parse('box-sample');
const CHALLENGE = activityId.parse('challenge-sample');
const ZONE = 'Europe/Helsinki';
const MADE_AT = toInstant('2024-11-01T08:00:00Z');
const OPENED_AT = toInstant('2024-11-15T10:00:00Z');

const [, reino, linnea, vuokko] = sampleTeam.people.map(({ objectId }) => personOf(sampleTeam.tenant, objectId));

/** Told before the first opening, and in the box now. */
const OPENED: readonly (readonly [text: string, name?: string])[] = [
  ['Viimeinen vuoro odotti kaksi minuuttia, koska kuljettaja tiesi, että tulen iltavuorosta.', 'Iltavuorolainen'],
  ['Kyläkoulun ensimmäinen koulukyyti: kaksikymmentä lasta ja yksi kissa, joka oli päässyt repussa mukaan.'],
];
const INSIDE: readonly (readonly [text: string, name?: string])[] = [
  ['Mummo neuloi koko matkan kirkolle. Perillä minulla oli uudet lapaset.', 'Naapurin Kerttu'],
  ['Kutsutaksi vei minut ja naapurin samaan kuoroon, vaikka emme olleet koskaan puhuneet.'],
];
const DEEDS: readonly string[] = [
  'Vein naapurin lapset kouluun omien mukana.',
  'Opastin uuden matkustajan oikeaan bussiin ja istuin vieressä ensimmäisen matkan.',
  'Kävelin kokoukseen ja otin kollegan mukaan.',
];

/** Can be repeated. The box is opened by itself on Friday, like any other. */
export async function fillBoxes({ store, jobs, clock }: Services, network: NetworkId): Promise<void> {
  const scope = networkScope(network);
  await update({ store, scope, kind: networks, id: network }, (of) =>
    of && of.modules?.boxes === undefined ? { ...of, modules: { ...of.modules, boxes: true } } : of,
  );
  const opens = { type: 'weekly', weekday: 5, time: '12:00' } as const;
  const box: Box = {
    ...{ id: BOX, title: 'Matkamuistojen laatikko', opens, scheduleRound: 1, isPublic: false, round: 1 },
    intro: 'Kerro matkasta, joka jäi mieleen. Parhaat kootaan vuosiraporttiin.',
    ...{ checksMembers: false, state: 'open', post: postOfBox(BOX), by: sampleCoordinator, at: MADE_AT },
    openings: [{ n: 1, due: OPENED_AT, at: OPENED_AT }],
  };
  await update({ store, scope, kind: boxes, id: BOX }, (now) => now ?? box);
  const told = [
    ...OPENED.map((one) => [one, MADE_AT] as const),
    ...INSIDE.map((one) => [one, plus(OPENED_AT, 1)] as const),
  ];
  for (const [n, [[text, name], at]] of told.entries()) {
    const id = activityId.parse(`story-sample-${n + 1}`);
    const story: Story = {
      ...{ id, box: BOX, text, by: reino ?? sampleCoordinator, state: 'kept', at, keptAt: at },
      ...(name === undefined ? {} : { name }),
    };
    await update({ store, scope: activityScope(scope, BOX), kind: stories, id }, (now) => now ?? story);
  }
  const challenge: Challenge = {
    ...{ id: CHALLENGE, title: 'Sata kyytiä yhdessä', text: 'Ota joku mukaan kyytiin ja haasta seuraava.', goal: 100 },
    ...{ unit: 'kyytiä', state: 'open', post: postOfChallenge(CHALLENGE), by: sampleCoordinator, at: MADE_AT },
  };
  await update({ store, scope, kind: challenges, id: CHALLENGE }, (now) => now ?? challenge);
  const doers = [reino, linnea, vuokko];
  for (const [n, text] of DEEDS.entries()) {
    const id = activityId.parse(`deed-sample-${n + 1}`);
    const next = doers[n + 1];
    const deed: Deed = {
      ...{ id, challenge: CHALLENGE, text, by: doers[n] ?? sampleCoordinator, at: plus(MADE_AT, n + 1) },
      ...(n > 0 ? { from: activityId.parse(`deed-sample-${n}`) } : {}),
      ...(next ? { passedTo: memberIdOf(next) } : {}),
    };
    await update({ store, scope: activityScope(scope, CHALLENGE), kind: deeds, id }, (now) => now ?? deed);
  }
  const due = nextOpening(opens, clock.now(), ZONE);
  if (due !== undefined) await jobs.schedule({ kind: 'boxes.open', network, key: `${BOX}|1`, due });
}

/** The statement of the sample network: open for comments, in its second version, with what two municipalities said of it. */
import { atWallTime, DAY, dateIn, plus, plusDays } from '../bot/core/clock.ts';
import { activityId, type NetworkId, personOf, postId } from '../bot/core/ids.ts';
import { networks } from '../bot/core/network.ts';
import type { Services } from '../bot/core/ports.ts';
import { activityScope, networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import {
  change,
  draftOf,
  makeComment,
  makeStatement,
  openComments,
  statementComments,
  statementDraft,
  statements,
} from '../bot/features/statements/statement.ts';
import { sampleCoordinator, sampleTeam } from './sample.ts';

const ID = activityId.parse('statement-sample');
const ZONE = 'Europe/Helsinki';
const [, reino, linnea, vuokko] = sampleTeam.people.map(({ objectId }) => personOf(sampleTeam.tenant, objectId));

const FIRST = [
  'Verkosto kiittää mahdollisuudesta lausua joukkoliikenteen valtiontuen ehdoista. Esityksen tavoitteet ovat kannatettavia.',
  'Pienissä kunnissa bussivuoro on usein ainoa tapa päästä kouluun, töihin ja terveysasemalle ilman autoa. Tukea ei pidä sitoa matkustajamäärään, joka haja-asutusalueella on aina pieni.',
  'Kunnissa joukkoliikennettä hoitaa yleensä yksi ihminen muun työnsä ohella. Hakemuksen pitää siksi onnistua puolessa päivässä.',
  'Tukea olisi voitava käyttää myös kutsuliikenteeseen.',
];
/** The third paragraph went, and the last one was made clearer. */
const SECOND = [
  FIRST[0],
  FIRST[1],
  'Tukea olisi voitava käyttää myös kutsuliikenteeseen ja kimppakyyteihin, kun vakiovuoro ei kannata.',
  'Ehtojen pitäisi olla voimassa vähintään neljä vuotta, jotta kunnat uskaltavat tehdä sopimuksia.',
];
const SAID = [
  [reino, 'p2', 'Lisätään luku: meillä kahdeksan kylää, joihin ei mene yhtään vuoroa viikonloppuna.'],
  [linnea, 'p3', 'Bra! En halv dag räcker nätt och jämnt till bilagorna i dag.'],
  [vuokko, 'p4', 'Kimppakyydit kannattaa mainita erikseen.'],
] as const;

/** Can be repeated. The deadline is two weeks after the first time. */
export async function fillStatements(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  network: NetworkId,
): Promise<void> {
  const scope = networkScope(network);
  await update({ store, scope, kind: networks, id: network }, (of) =>
    of && of.modules?.statements === undefined ? { ...of, modules: { ...of.modules, statements: true } } : of,
  );
  const now = plus(clock.now(), -DAY);
  const until = atWallTime(plusDays(dateIn(now, ZONE), 14), '16:00', ZONE);
  const by = sampleCoordinator;
  const draft = statementDraft.parse({
    title: 'Lausunto joukkoliikenteen valtiontuen ehdoista',
    background: 'Tuen ehdot uudistetaan. Yhteinen lausunto painaa enemmän kuin yksittäiset, joten kootaan se yhdessä.',
    askedBy: 'Liikenneasioista vastaava ministeriö',
    text: FIRST.join('\n\n'),
  });
  const made = makeStatement(draft, { id: ID, post: postId.parse(`${ID}-card`), by, now, zone: ZONE });
  const first = openComments(made, until, now);
  const text = SECOND.join('\n\n');
  const second = change(
    first,
    { ...draftOf(first, ZONE), text, note: 'Hakemusta koskeva kohta pois, neljän vuoden ehdot lisätty' },
    { by, edits: first.edits, now: plus(now, DAY / 2), zone: ZONE },
  );
  await update({ store, scope, kind: statements, id: ID }, (known) => known ?? second);
  for (const [n, [who, paragraph, typed]] of SAID.entries()) {
    const id = activityId.parse(`comment-sample-${n + 1}`);
    const comment = makeComment(first, { id, by: who ?? by, at: plus(now, n + 1), paragraph, typed });
    await update({ store, scope: activityScope(scope, ID), kind: statementComments, id }, (known) => known ?? comment);
  }
}

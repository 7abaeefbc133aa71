/** Bulletins of the sample network: one that has gone out, and a Christmas calendar with its first days prepared and nothing scheduled. */
import { plus, toInstant } from '../bot/core/clock.ts';
import { activityId, type NetworkId } from '../bot/core/ids.ts';
import type { Store } from '../bot/core/ports.ts';
import { networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import { bulletins, makeBulletin } from '../bot/features/bulletins/bulletin.ts';
import { dayId, makeSeries, seriesKind } from '../bot/features/bulletins/series.ts';
import { sampleCoordinator } from './sample.ts';

const SENT_AT = toInstant('2024-11-25T07:00:00Z');

const SENT = {
  title: 'Kiitos syysseminaarista, näin jatkamme',
  text: [
    'Seminaarissa Salossa oli mukana 31 ihmistä 19 kunnasta. Esitykset ja ryhmätöiden muistiinpanot ovat nyt materiaalipankissa.',
    'Sovimme kolmesta asiasta vuodelle 2025: yhteinen aikataulupohja, kuljettajien kielikortti ja vertaiskäynnit kunnasta toiseen. Ensimmäinen vertaiskäynti on helmikuussa.',
    'Jos kuntasi haluaa mukaan vertaiskäynneille, vastaa koordinaattorille joulukuun puoliväliin mennessä.',
  ].join('\n\n'),
};

const DAYS: readonly (readonly [title: string, text: string])[] = [
  ['1. luukku: Uusi aikataulukortti', 'Yksi arkki, yksi kylä, isot numerot. Näin se tehtiin neljässä viikossa.'],
  ['2. luukku: Kuljettajan tervehdys', 'Reitin 12 kuljettaja kertoo, mistä matkustajat häntä kiittävät.'],
  ['3. luukku: Kyyti joulumarkkinoille', 'Kokeile tätä: yksi ylimääräinen vuoro, johon saa lipun kirjastosta.'],
];

/** Can be repeated. */
export async function fillBulletins(store: Store, network: NetworkId): Promise<void> {
  const scope = networkScope(network);
  const by = { by: sampleCoordinator, now: SENT_AT };
  const nowhere = { toChannel: true, mail: { to: 'none' } } as const;
  const sent = {
    ...makeBulletin({ ...SENT, ...nowhere, isPublic: false }, { ...by, id: activityId.parse('sample-bulletin') }),
    ...({ state: 'sent', sentAt: plus(SENT_AT, 0) } as const),
  };
  await update({ store, scope, kind: bulletins, id: sent.id }, (now) => now ?? sent);
  const year = new Date().getFullYear();
  const series = makeSeries(
    {
      ...{ title: 'Verkoston joulukalenteri', firstDay: `${year}-12-01`, days: 24, isWeekdaysOnly: false },
      ...{ time: '09:00', isPublic: false },
    },
    { ...by, id: activityId.parse('sample-calendar') },
  );
  await update({ store, scope, kind: seriesKind, id: series.id }, (now) => now ?? series);
  for (const [at, [title, text]] of DAYS.entries()) {
    const day = `${year}-12-${String(at + 1).padStart(2, '0')}`;
    const id = dayId(series, day);
    const post = makeBulletin(
      { title, text, ...nowhere, isPublic: false, series: { id: series.id, day } },
      { ...by, id },
    );
    await update({ store, scope, kind: bulletins, id }, (now) => now ?? post);
  }
}

/** The questions of the sample network: one that waits, one without a name that two have answered, and one that was asked of the coordinator alone. */
import { DAY, dateIn, HOUR, plus, plusDays } from '../bot/core/clock.ts';
import { activityId, type NetworkId, type PersonKey, personOf } from '../bot/core/ids.ts';
import { memberIdOf, members } from '../bot/core/network.ts';
import type { Services } from '../bot/core/ports.ts';
import { networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import { type Answer, answers, type Question, questions } from '../bot/features/questions/question.ts';
import { sampleCoordinator, sampleTeam } from './sample.ts';

const ZONE = 'Europe/Helsinki';
const [, reino, linnea, vuokko] = sampleTeam.people.map(({ objectId }) => personOf(sampleTeam.tenant, objectId));

interface Sample {
  readonly id: string;
  readonly by: typeof reino;
  /** Days ago. */
  readonly ago: number;
  /** Days from now. */
  readonly dueIn?: number;
  readonly of: Pick<Question, 'text' | 'details' | 'to'> & Partial<Pick<Question, 'topic' | 'isUnnamed'>>;
  readonly said: readonly (readonly [by: typeof reino, words: string])[];
}

const SAMPLES: readonly Sample[] = [
  {
    ...{ id: 'question-sample-1', by: reino, ago: 1, dueIn: 6 },
    of: {
      ...{ text: 'Miten perustelitte kutsuliikenteen valtuustolle?', to: 'network', topic: 'kutsuliikenne' },
      details: 'Meillä on vastattava valtuustoaloitteeseen ensi viikolla. Mitkä luvut tai esimerkit tehosivat?',
    },
    said: [],
  },
  {
    ...{ id: 'question-sample-2', by: vuokko, ago: 12 },
    of: {
      ...{ text: 'Kuka teillä hyväksyy koulukuljetusten reittimuutokset?', to: 'network', isUnnamed: true },
      details: 'Meillä asia kiertää kolmella pöydällä, ja perheet odottavat vastausta viikkoja.',
    },
    said: [
      [linnea, 'Hos oss beslutar skolskjutsplaneraren själv, och nämnden får en lista två gånger om året.'],
      [sampleCoordinator, 'Materiaalipankissa on malli delegointipäätöksestä. Kolme kuntaa on ottanut sen käyttöön.'],
    ],
  },
  {
    ...{ id: 'question-sample-3', by: linnea, ago: 2 },
    of: { text: 'Hur förklarar jag medlemsavgiften för kommunstyrelsen?', details: '', to: 'coordinator' },
    said: [],
  },
];

/** Can be repeated. Call it after `fillSample`. */
export async function fillQuestions(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  network: NetworkId,
): Promise<void> {
  const scope = networkScope(network);
  const now = clock.now();
  const organisationOf = async (person: PersonKey) =>
    (await store.get(scope, members, memberIdOf(person)))?.value.organisation;
  for (const { id, by = sampleCoordinator, ago, dueIn, of, said } of SAMPLES) {
    const question = activityId.parse(id);
    const at = plus(now, -ago * DAY);
    const organisation = await organisationOf(by);
    const asked: Question = {
      ...{ id: question, ...of, askedBy: by, state: 'new', at, waitsSince: at, touchedAt: at, requested: [] },
      ...(organisation === undefined ? {} : { organisation }),
      ...(dueIn === undefined ? {} : { dueOn: plusDays(dateIn(now, ZONE), dueIn) }),
      ...(said.length > 0 ? { state: 'answered', answeredAt: plus(at, HOUR) } : {}),
    };
    await update({ store, scope, kind: questions, id: question }, (known) => known ?? asked);
    for (const [n, [author = sampleCoordinator, text]] of said.entries()) {
      const from = await organisationOf(author);
      const answer: Answer = {
        ...{ id: activityId.parse(`${id}-answer-${n + 1}`), question, by: author, text, at: plus(at, (n + 1) * HOUR) },
        ...(author === sampleCoordinator ? { isByCoordinator: true } : {}),
        ...(from === undefined ? {} : { organisation: from }),
      };
      await update({ store, scope, kind: answers, id: `${question}|${answer.id}` }, (known) => known ?? answer);
    }
  }
}

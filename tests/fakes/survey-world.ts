/** Surveys and feedback in a world of their own: asked, answered, published in steps and counted. */

import type { LetterBody } from '../../bot/core/feature.ts';
import { createGate } from '../../bot/core/gate.ts';
import { type MemberId, memberIdOf } from '../../bot/core/network.ts';
import { type Event, type EventDraft, eventDraft } from '../../bot/features/events/event.ts';
import { events } from '../../bot/features/events/feature.ts';
import { createEvents } from '../../bot/features/events/operations.ts';
import { materials } from '../../bot/features/materials/feature.ts';
import type { Typed } from '../../bot/features/surveys/answers.ts';
import { surveys } from '../../bot/features/surveys/feature.ts';
import { feedbackOf } from '../../bot/features/surveys/feedback-operations.ts';
import { surveyLetters } from '../../bot/features/surveys/letters.ts';
import { surveyNow } from '../../bot/features/surveys/memory.ts';
import { answerSurvey, createSurvey } from '../../bot/features/surveys/operations.ts';
import { parseQuestions } from '../../bot/features/surveys/questions.ts';
import { type Survey, type SurveyDraft, surveyDraft } from '../../bot/features/surveys/survey.ts';
import { type FeatureWorld, NETWORK, openFeatureWorld, person, type WorldOptions } from './feature-world.ts';

export { NETWORK, openChat, person } from './feature-world.ts';

export interface SurveyWorld extends FeatureWorld {
  /** Publishes a survey as the coordinator: one question of each kind that is typed, unless `questions` says otherwise, one a line and parts after `==`. */
  ask(draft?: Partial<SurveyDraft>, questions?: string): Promise<Survey>;
  /** Publishes an event, with the feedback on it; two weeks ahead unless the draft says otherwise. */
  hold(draft?: Partial<EventDraft>): Promise<{ readonly event: Event; readonly feedback: Survey }>;
  answer(n: number, survey: Pick<Survey, 'id'>, typed: Typed, more?: { readonly isAbsent?: boolean }): Promise<void>;
  now(survey: Pick<Survey, 'id'>): Promise<Survey>;
  /** Lets time pass until what was answered so far has been looked at for publishing. */
  untilPublished(): Promise<void>;
  /** Lets time pass until the survey has been counted. */
  untilCounted(survey: Pick<Survey, 'id'>): Promise<Survey>;
  /** As the mail queue draws it; undefined when it has become pointless. */
  letter(name: string, subject: string, who: MemberId): Promise<LetterBody | undefined>;
}

const MOST_LOOKS = 10;

export const idOf = (n: number): MemberId => memberIdOf(person(n));

const QUESTIONS = `Arvosana? * [1–5]
Miten kuulit meistä? | Kollegalta | Postista | …
Mikä jäi mieleen?`;

export async function openSurveyWorld(options: WorldOptions = {}): Promise<SurveyWorld> {
  const base = await openFeatureWorld([events, materials, surveys], options);
  const { clock, services } = base;
  let deliveries = 0;
  const world: SurveyWorld = Object.assign(base, {
    async ask(draft: Partial<SurveyDraft> = {}, questions = QUESTIONS) {
      const parts = parseQuestions(questions, 'fi').map((of) => ({ questions: of }));
      const typed = surveyDraft.parse({ title: { fi: 'Vuoden kysely' }, parts, ...draft });
      const survey = await createSurvey(await world.visit(0), typed, services.newId());
      await clock.rest();
      return survey;
    },
    async hold(draft: Partial<EventDraft> = {}) {
      const startsOn = new Date(Date.parse(clock.now()) + 14 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
      const typed = {
        ...{ type: 'webinar', title: 'Joukkoliikenteen tilastot', ways: 'online', startsOn },
        ...{ startsAtTime: '09:00', endsAtTime: '10:00', ...draft },
      };
      const made = { form: services.newId(), publishes: true };
      const [event] = await createEvents(await world.visit(0), eventDraft.parse(typed), made);
      if (!event) throw new Error('no event was made');
      await clock.advance(6_000);
      return { event, feedback: await world.now({ id: feedbackOf(event.id) }) };
    },
    async answer(n: number, { id }: Pick<Survey, 'id'>, typed: Typed, more: { readonly isAbsent?: boolean } = {}) {
      const delivery = { id: `answer-${++deliveries}`, at: clock.now(), isInOrder: true };
      await answerSurvey(await world.visit(n), id, { typed, delivery, ...more });
      clock.jump(1_000);
    },
    now: async ({ id }: Pick<Survey, 'id'>) => surveyNow(await world.work(), id),
    async untilPublished() {
      await clock.advance(31_000); // the grace, the stretch that steps are gathered in, and a look at the jobs
    },
    async untilCounted(survey: Pick<Survey, 'id'>) {
      await world.passTo((await world.now(survey)).closesAt);
      for (let looks = 0; looks < MOST_LOOKS; looks++) {
        await clock.advance(11_000); // the grace of the counting, and a look at the jobs; on a busy machine one look may not be enough
        if ((await world.now(survey)).state !== 'running') break;
      }
      return world.now(survey);
    },
    async letter(name: string, subject: string, who: MemberId) {
      const visit = await createGate(world.services).byId(NETWORK, who);
      return visit && surveyLetters.find((one) => one.name === name)?.draw(subject, visit);
    },
  });
  return world;
}

/** The network's questions and answers as files. What was asked of coordinators alone is in none. */
import { when } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import { objectIdOf } from '../../core/ids.ts';
import { identitiesOf, registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import { type Sheet, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import { dueWords, STATES } from './cards.ts';
import { allAnswers, allQuestions } from './memory.ts';
import { answersOfOthers, isForAll, standing } from './question.ts';
import { answerShown, whoIs } from './shown.ts';
import { text } from './text.ts';

/** The newest first. Who asked without their name is nobody here too: files are passed on. */
async function questionSheets(visit: Visit): Promise<readonly Sheet[]> {
  const { t, network, actor } = visit;
  const [register, all, said] = await Promise.all([registerOf(visit), allQuestions(visit), allAnswers(visit)]);
  const shown = all.filter(isForAll).sort((a, b) => (a.at > b.at ? -1 : 1));
  const answersOf = (id: string) => said.filter(({ question }) => question === id);
  const rows = shown.map((of) => {
    const asker = of.isUnnamed
      ? { name: t(text.aMember) }
      : whoIs(register, { person: of.askedBy, organisation: of.organisation }, t);
    const others = answersOfOthers(of, answersOf(of.id), identitiesOf(register, objectIdOf(of.askedBy)));
    return [
      ...[of.text, of.details, asker.name, asker.organisation ?? '', of.topic ?? ''],
      ...[when(of.at, network.zone)(actor.locale), of.dueOn === undefined ? '' : dueWords(of.dueOn)(actor.locale)],
      ...[t(STATES[of.state]), others.length],
    ];
  });
  const answers = shown.flatMap((of) =>
    standing(answersOf(of.id)).flatMap((one) => {
      const answer = answerShown(register, of, one, t);
      return answer
        ? [
            [
              of.text,
              answer.by.name,
              answer.by.organisation ?? '',
              when(one.at, network.zone)(actor.locale),
              answer.text,
            ],
          ]
        : [];
    }),
  );
  const head = [text.columnQuestion, text.columnDetails, text.columnWho, text.columnOrganisation, text.columnTopic];
  return [
    {
      name: t(text.sheetQuestions),
      rows: [
        [...head, text.columnAt, text.columnDue, text.columnState, text.columnAnswers].map((row) => t(row)),
        ...rows,
      ],
    },
    {
      name: t(text.sheetAnswers),
      rows: [
        [text.columnQuestion, text.columnBy, text.columnOrganisation, text.columnAt, text.columnAnswer].map((row) =>
          t(row),
        ),
        ...answers,
      ],
    },
  ];
}

const download = (format: SheetFormat): Download => ({
  name: `questions.${format}`,
  role: 'coordinator',
  produce: async (_, visit) => sheetsFile(visit.t(text.fileName), format, await questionSheets(visit)),
});

export const downloads: readonly Download[] = [download('csv'), download('xlsx')];

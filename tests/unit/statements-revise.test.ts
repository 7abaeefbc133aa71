/** Paragraphs of a statement over its versions: ids that stay, comments that are never lost, and what a comparison shows. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import { compare } from '../../bot/features/statements/compare.ts';
import { joined, type Paragraph, revise, split } from '../../bot/features/statements/revise.ts';
import {
  arranged,
  change,
  draftOf,
  makeComment,
  makeStatement,
  newest,
  openComments,
  type Statement,
  type StatementComment,
  statementDraft,
} from '../../bot/features/statements/statement.ts';

const NOW = toInstant('2026-11-23T10:00:00.000Z');
const BY = personOf('tenant-1', 'person-0');
const ZONE = 'Europe/Helsinki';

const first = (text: string): Paragraph[] => [...revise([], text, { next: 1 }).paragraphs];
const ids = (of: readonly Paragraph[]): string[] => of.map(({ id }) => id);
const next = (old: readonly Paragraph[], text: string): string[] =>
  ids(revise(old, text, { next: old.length + 1 }).paragraphs);

describe('which paragraph is which', () => {
  const old = first('Yksi kaksi kolme neljä.\n\nViisi kuusi seitsemän kahdeksan.\n\nYhdeksän kymmenen.');

  test('an empty line parts paragraphs, a single line break stays in one', () => {
    expect(split(' Eka \r\n toka rivi\n\n \n\nKolmas  kohta\n')).toEqual(['Eka\ntoka rivi', 'Kolmas kohta']);
  });

  test.each([
    ['the same text', joined(old), ['p1', 'p2', 'p3']],
    [
      'a word changed',
      'Yksi kaksi kolme viisi.\n\nViisi kuusi seitsemän kahdeksan.\n\nYhdeksän kymmenen.',
      ['p1', 'p2', 'p3'],
    ],
    [
      'one added in between',
      'Yksi kaksi kolme neljä.\n\nAivan uutta.\n\nViisi kuusi seitsemän kahdeksan.\n\nYhdeksän kymmenen.',
      ['p1', 'p4', 'p2', 'p3'],
    ],
    ['one removed', 'Yksi kaksi kolme neljä.\n\nYhdeksän kymmenen.', ['p1', 'p3']],
    [
      'two that changed places',
      'Viisi kuusi seitsemän kahdeksan.\n\nYksi kaksi kolme neljä.\n\nYhdeksän kymmenen.',
      ['p1', 'p2', 'p3'].sort(),
    ],
    ['another text', 'Jotakin ihan muuta.', ['p4']],
    [
      'one split in two',
      'Yksi kaksi kolme.\n\nNeljä.\n\nViisi kuusi seitsemän kahdeksan.\n\nYhdeksän kymmenen.',
      ['p1', 'p4', 'p2', 'p3'],
    ],
  ])('%s', (what, text, expected) => {
    const found = next(old, text);
    expect(what.startsWith('two that') ? [...found].sort() : found).toEqual(expected);
  });

  test('a paragraph that comes back word for word is the one that it was', () => {
    const without = revise(old, 'Yksi kaksi kolme neljä.', { next: 4 });
    const back = revise(without.paragraphs, joined(old), { next: without.next, gone: old.slice(1) });
    expect(ids(back.paragraphs)).toEqual(['p1', 'p2', 'p3']);
  });
});

// ── Properties ─────────────────────────────────────────────────────────────────────────────────

const word = fc.constantFrom('kunta', 'liikenne', 'raha', 'laki', 'bussi', 'tuki', 'vuosi', 'matka');
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const wording = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((all) => all.join('\n\n'));

const amount = (of: readonly string[], what: string): number => of.filter((one) => one === what).length;

test('ids are unique and never used twice, and as many paragraphs with the same words keep their ids as are on both sides', () => {
  fc.assert(
    fc.property(wording, wording, (before, after) => {
      const old = first(before);
      const { paragraphs, next: number } = revise(old, after, { next: old.length + 1 });
      expect(joined(paragraphs)).toBe(after);
      expect(new Set(ids(paragraphs)).size).toBe(paragraphs.length);
      const known = new Set(ids(old));
      const fresh = ids(paragraphs).filter((id) => !known.has(id));
      expect(fresh).toEqual(fresh.map((_, at) => `p${old.length + 1 + at}`));
      expect(number).toBe(old.length + 1 + fresh.length);
      const wasText = new Map(old.map(({ id, text }) => [id, text]));
      for (const text of new Set(split(before))) {
        const onBoth = Math.min(amount(split(before), text), amount(split(after), text));
        expect(paragraphs.filter((one) => one.text === text && wasText.get(one.id) === text)).toHaveLength(onBoth);
      }
    }),
  );
});

test('through any versions no comment is ever lost or shown twice', () => {
  const step = fc.record({ text: wording, on: fc.nat(20) });
  fc.assert(
    fc.property(wording, fc.array(step, { maxLength: 6 }), (begins, steps) => {
      const frame = { now: NOW, zone: ZONE };
      const made = makeStatement(statementDraft.parse({ title: 'Lausunto', text: begins }), {
        ...{ id: activityId.parse('st1'), post: postId.parse('st1-card'), by: BY, ...frame },
      });
      let of: Statement = openComments(made, toInstant('2026-12-01T10:00:00.000Z'), NOW);
      const comments: StatementComment[] = [];
      for (const { text, on } of steps) {
        const { paragraphs } = newest(of);
        const paragraph = on === 0 ? undefined : paragraphs[on % paragraphs.length]?.id;
        const id = activityId.parse(`c${comments.length}`);
        comments.push(makeComment(of, { id, by: BY, at: NOW, typed: `Kommentti ${id}`, paragraph }));
        of = change(of, { ...draftOf(of, ZONE), text }, { by: BY, edits: of.edits, ...frame });
        const { whole, byParagraph, removed } = arranged(of, comments);
        const shown = [...whole, ...[...byParagraph, ...removed].flatMap((one) => one.comments)];
        expect(shown.map((one) => one.id).sort()).toEqual(comments.map((one) => one.id).sort());
        for (const { paragraph: here, comments: said } of [...byParagraph, ...removed])
          expect(said.every((one) => one.paragraph === here.id)).toBe(true);
        expect(byParagraph.map((one) => one.paragraph.text).join('\n\n')).toBe(text);
        const ever = of.versions.flatMap((one) => one.paragraphs);
        expect(ever.every((one) => Number(one.id.slice(1)) < of.nextParagraph)).toBe(true);
      }
    }),
  );
});

test('a comparison holds the whole of both versions', () => {
  fc.assert(
    fc.property(wording, wording, (before, after) => {
      const old = first(before);
      const { paragraphs } = revise(old, after, { next: old.length + 1 });
      const found = compare(old, paragraphs);
      const side = (without: 'added' | 'removed', of: (typeof found)[number]): string =>
        of.pieces
          .filter(({ is }) => is !== without)
          .map(({ text }) => text)
          .join('');
      const now = found.filter((one) => one.change !== 'removed');
      expect(now.map((one) => ({ id: one.id, text: side('removed', one) }))).toEqual(paragraphs);
      const was = new Map(
        found.filter((one) => one.change !== 'added').map((one) => [one.id, side('added', one)] as const),
      );
      expect([...was].sort()).toEqual(old.map(({ id, text }) => [id, text] as const).sort());
    }),
  );
});

test('what changed is marked word by word, and phrases are marked whole', () => {
  const old = first('Tuki on tarpeen kaikille kunnille.\n\nToinen kohta pois tästä.');
  const { paragraphs } = revise(old, 'Tuki on aivan välttämätön kaikille kunnille.', { next: 3 });
  expect(compare(old, paragraphs)).toEqual([
    {
      id: 'p1',
      change: 'changed',
      pieces: [
        { text: 'Tuki on ', is: 'same' },
        { text: 'tarpeen', is: 'removed' },
        { text: 'aivan välttämätön', is: 'added' },
        { text: ' kaikille kunnille.', is: 'same' },
      ],
    },
    { id: 'p2', change: 'removed', pieces: [{ text: 'Toinen kohta pois tästä.', is: 'removed' }] },
  ]);
});

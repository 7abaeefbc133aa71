/** The rules of the material bank as state in, state out: who sees what, forms, versions, sharing, themes, what municipalities say, and files before they are sent. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR, plus, toInstant } from '../../bot/core/clock.ts';
import { BLOCK, blockSize, blocksOf, FILE_FORMATS, LARGEST_FILE } from '../../bot/core/file-format.ts';
import { activityId, personOf } from '../../bot/core/ids.ts';
import { memberId, organisationId } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  addVersion,
  audiencesFor,
  audiencesOf,
  type FileVersion,
  isSharedBy,
  type Material,
  MOST_VERSIONS,
  material,
  mayChange,
  maySee,
  newestOf,
  publish,
  type Reader,
  share,
  unshare,
  withoutPerson,
  withText,
} from '../../bot/features/materials/material.ts';
import {
  draftOf,
  EMPTY_DRAFT,
  type MaterialDraft,
  type MaterialFrame,
  readDraft,
} from '../../bot/features/materials/material-draft.ts';
import { PROMPTS, react } from '../../bot/features/materials/reaction.ts';
import { readRow, rowOf } from '../../bot/features/materials/row.ts';
import { cleanName, isSame, newUpload, readOffer, requireContent } from '../../bot/features/materials/upload.ts';
import { newSince, total, used, usesIn, visited } from '../../bot/features/materials/use.ts';
import {
  mergeTerms,
  NO_TERMS,
  namesOf,
  ownTerms,
  putTerm,
  removeTerm,
  termNamed,
  termOf,
  termsOf,
} from '../../bot/features/materials/vocabulary.ts';

const NOW = toInstant('2026-11-28T08:00:00Z');
const author = personOf('tenant', 'author');
const someone = personOf('tenant', 'someone');

const version = (file: string, of: Partial<FileVersion> = {}): FileVersion => ({
  ...{ file: activityId.parse(file), name: 'diat.pptx', size: 10, addedAt: NOW, addedBy: author, text: 'waiting' },
  ...of,
});
const item = (of: Partial<Material> = {}): Material => ({
  ...{ id: activityId.parse('m1'), title: 'Koulukuljetukset', summary: '', type: 'document', links: [], files: [] },
  ...{ terms: [], targetGroups: [], audience: { to: 'members' }, state: 'published', posts: [] },
  ...{ addedAt: NOW, addedBy: author, changedAt: NOW },
  ...of,
});
const reader = (id: string, of: Partial<Reader> = {}): Reader => ({
  ...{ id: memberId.parse(id), groups: [], isCoordinator: false },
  ...of,
});

/** The fields of a refusal and what is said of each, in Finnish. */
function problemsOf(act: () => unknown): Record<string, string> {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Object.fromEntries(error.problems.map(({ field, row }) => [field, row.fi]));
  }
  return {};
}

describe('who sees an item', () => {
  const everyone = [
    reader('author'),
    reader('someone'),
    reader('seated', { groups: ['g1'] }),
    reader('coordinator', { isCoordinator: true }),
  ];
  const seers = (of: Material): string[] => everyone.filter((one) => maySee(of, one)).map(({ id }) => id);

  test.each([
    ['for all members', item(), ['author', 'someone', 'seated', 'coordinator']],
    ['for a group', item({ audience: { to: 'group', group: 'g1' } }), ['author', 'seated', 'coordinator']],
    ['for coordinators', item({ audience: { to: 'coordinators' } }), ['author', 'coordinator']],
    ['a draft', item({ state: 'draft' }), ['author', 'coordinator']],
    ['a proposal', item({ state: 'proposed' }), ['author', 'coordinator']],
  ])('%s', (_, of, expected) => {
    expect(seers(of)).toEqual(expected);
  });

  test('the index lets find exactly what may be seen', () => {
    const items = fc.record({
      state: fc.constantFrom('draft' as const, 'proposed' as const, 'published' as const),
      audience: fc.constantFrom<Material['audience']>(
        { to: 'members' },
        { to: 'coordinators' },
        { to: 'group', group: 'g1' },
        { to: 'group', group: 'g2' },
      ),
      addedBy: fc.constantFrom(author, someone, undefined),
    });
    const readers = fc.record({
      id: fc.constantFrom('author', 'someone', 'third'),
      groups: fc.subarray(['g1', 'g2', 'g3']),
      isCoordinator: fc.boolean(),
    });
    fc.assert(
      fc.property(items, readers, ({ addedBy, ...of }, who) => {
        const { addedBy: _, ...nobodys } = item(of);
        const it = addedBy ? { ...nobodys, addedBy } : nobodys;
        const looking = reader(who.id, { groups: who.groups, isCoordinator: who.isCoordinator });
        const own = audiencesOf(looking);
        const isFound = own === 'all' || audiencesFor(it).some((one) => own.includes(one));
        expect(isFound).toBe(maySee(it, looking));
      }),
    );
  });

  test('only who added it and coordinators change it', () => {
    expect(everyone.filter((one) => mayChange(item(), one)).map(({ id }) => id)).toEqual(['author', 'coordinator']);
  });
});

describe('versions of a file', () => {
  const file = { id: activityId.parse('f1'), versions: [version('f1')] };

  test('the newest is opened, the old ones stay, and the same one twice changes nothing', () => {
    const once = addVersion(item({ files: [file] }), 'f1', version('f2', { name: 'uusi.pptx' }), plus(NOW, HOUR));
    expect(once.files[0]?.versions.map(({ name }) => name)).toEqual(['diat.pptx', 'uusi.pptx']);
    expect(newestOf(once.files[0] as typeof file).name).toBe('uusi.pptx');
    expect(addVersion(once, 'f1', version('f2'), plus(NOW, DAY))).toBe(once);
  });

  test('a file that is not there is refused, and so is one version too many', () => {
    expect(() => addVersion(item(), 'f1', version('f2'), NOW)).toThrow(Refusal);
    const full = { ...file, versions: Array.from({ length: MOST_VERSIONS }, (_, n) => version(`v${n}`)) };
    expect(() => addVersion(item({ files: [full] }), 'f1', version('more'), NOW)).toThrow(Refusal);
  });

  test('the text of a version that is gone changes nothing', () => {
    const of = item({ files: [file] });
    expect(withText(of, 'gone', 'ready')).toBe(of);
    expect(withText(of, 'f1', 'ready').files[0]?.versions[0]?.text).toBe('ready');
  });
});

describe('a share link', () => {
  const until = plus(NOW, 7 * DAY);

  test('opens by its own round until its time is over, and never again after another was made', () => {
    const once = share(item(), until);
    const again = share(once, until);
    expect([isSharedBy(once, 1, NOW), isSharedBy(again, 1, NOW), isSharedBy(again, 2, NOW)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(isSharedBy(once, 1, until)).toBe(false);
  });

  test('taken back it opens nothing, nor does the next one open to the old address', () => {
    const back = unshare(share(item(), until));
    expect(isSharedBy(back, 1, NOW)).toBe(false);
    expect(isSharedBy(share(back, until), 1, NOW)).toBe(false);
  });

  test.each([
    ['a draft', item({ state: 'draft' })],
    ['a group’s', item({ audience: { to: 'group', group: 'g1' } })],
  ])('is refused of %s item, and holds no more when it becomes one', (_, of) => {
    expect(() => share(of, until)).toThrow(Refusal);
    expect(isSharedBy({ ...share(item(), until), state: of.state, audience: of.audience }, 1, NOW)).toBe(false);
  });
});

test('publishing makes it new, and again changes nothing', () => {
  const later = plus(NOW, DAY);
  const out = publish(item({ state: 'proposed' }), later);
  expect([out.state, out.addedAt]).toEqual(['published', later]);
  expect(publish(out, plus(later, DAY))).toBe(out);
});

test('an erased person’s item stays without them', () => {
  const file = { id: activityId.parse('f1'), versions: [version('f1'), version('f2', { addedBy: someone })] };
  const as = personOf('erased', 'nobody');
  const of = withoutPerson(item({ files: [file] }), (one) => one === author, as);
  expect(of.addedBy).toBeUndefined();
  expect(of.files[0]?.versions.map(({ addedBy }) => addedBy)).toEqual([as, someone]);
  expect(withoutPerson(of, (one) => one === author, as)).toBe(of);
});

test('a row of a list holds what it shows and reads back', () => {
  const of = item({ summary: 'x'.repeat(500), files: [{ id: activityId.parse('f1'), versions: [version('f1')] }] });
  const row = readRow(JSON.parse(JSON.stringify(rowOf(of))));
  expect([row.summary.length, row.files, row.audience]).toEqual([300, [{ file: 'f1', name: 'diat.pptx' }], 'members']);
});

// ── The form ───────────────────────────────────────────────────────────────────────────────────

const frame: MaterialFrame = {
  ...{ now: NOW, by: author },
  isGroup: (id) => id === 'g1',
  isOrganisation: (id) => id === 'fi-020',
  eventTitle: (id) => (id === 'e1' ? 'Syysseminaari' : undefined),
  isTerm: (id) => id.startsWith('t'),
  uploaded: (id) => (id.startsWith('u') ? { name: 'diat.pptx', size: 5 } : undefined),
};
const draft = (of: Partial<MaterialDraft> = {}): MaterialDraft => ({ ...EMPTY_DRAFT, title: 'Diat', ...of });

describe('the form of an item', () => {
  test('the least that it takes is a title', () => {
    expect(readDraft(draft(), frame)).toEqual({
      ...{ type: 'document', title: 'Diat', summary: '', links: [], files: [], terms: [], targetGroups: [] },
      audience: { to: 'members' },
    });
  });

  test('everything that is wrong is said at once, by field', () => {
    const bad = draft({
      ...{ title: ' ', links: [{ url: 'javascript:alert(1)', label: '' }], event: 'gone', organisation: 'fi-999' },
      ...{ audience: 'g9', reviewOn: '31.2.2027', files: [{ upload: activityId.parse('lost') }] },
    });
    expect(Object.keys(problemsOf(() => readDraft(bad, frame))).sort()).toEqual(
      ['audience', 'event', 'files.0', 'links.0', 'organisation', 'reviewOn', 'title'].sort(),
    );
  });

  test.each([
    ['kunta.example/diat', 'https://kunta.example/diat'],
    ['https://kunta.example/a?b=c', 'https://kunta.example/a?b=c'],
  ])('the link %s is taken as %s', (url, whole) => {
    expect(readDraft(draft({ links: [{ url, label: ' Diat ' }] }), frame).links).toEqual([
      { url: whole, label: 'Diat' },
    ]);
  });

  test.each([
    'http://kunta.example',
    'ftp://kunta.example',
    'data:text/html,x',
    'kunta',
    '//kunta.example',
    'https://',
  ])('the link %s is refused', (url) => {
    expect(problemsOf(() => readDraft(draft({ links: [{ url, label: '' }] }), frame))).toHaveProperty(['links.0']);
  });

  test('a link needs a link, and a question its answer', () => {
    expect(problemsOf(() => readDraft(draft({ type: 'link' }), frame))).toHaveProperty('links');
    expect(Object.keys(problemsOf(() => readDraft(draft({ type: 'questionAnswer' }), frame)))).toEqual([
      'answer',
      'question',
    ]);
  });

  test('parts of a good practice are kept on a good practice alone', () => {
    const parts = { topic: 'Aihe', goal: 'Tavoite' };
    expect(readDraft(draft({ type: 'goodPractice', ...parts }), frame).practice).toMatchObject(parts);
    expect(readDraft(draft(parts), frame).practice).toBeUndefined();
  });

  test('a file comes by an upload, gets new versions, and is left out when the form leaves it out', () => {
    const first = readDraft(draft({ files: [{ upload: activityId.parse('u1') }] }), frame);
    expect(first.files).toMatchObject([{ id: 'u1', versions: [{ file: 'u1', text: 'waiting', addedBy: author }] }]);
    const before = { ...item(), ...first };
    const next = draft({ files: [{ id: activityId.parse('u1'), upload: activityId.parse('u2') }] });
    const second = readDraft(next, frame, before);
    expect(second.files[0]?.versions.map(({ file }) => file)).toEqual(['u1', 'u2']);
    expect(readDraft(next, frame, { ...before, ...second }).files).toEqual(second.files); // sent twice
    expect(readDraft(draft(), frame, before).files).toEqual([]);
    expect(problemsOf(() => readDraft(draft({ files: [{ id: activityId.parse('other') }] }), frame, before))).toEqual({
      'files.0': 'Tätä tiedostoa ei ole enää materiaalissa.',
    });
  });

  test('the form of an item that is there gives the same item', () => {
    const full = draft({
      ...{
        type: 'goodPractice',
        summary: 'Lyhyesti',
        links: [{ url: 'https://a.example/x', label: 'X' }],
        event: 'e1',
      },
      ...{ terms: ['t1'], targetGroups: ['Päättäjät'], language: 'fi', organisation: 'fi-020', author: 'Tekijä' },
      ...{ topic: 'A', goal: 'B', implementation: 'C', lessons: 'D', audience: 'g1', reviewOn: '2027-01-31' },
      files: [{ upload: activityId.parse('u1') }],
    });
    const whole = { ...item(), ...readDraft(full, frame) };
    expect(material.safeParse(whole).success).toBe(true);
    expect(readDraft(draftOf(whole), frame, whole)).toEqual(readDraft(full, frame));
  });
});

// ── Themes and tags ────────────────────────────────────────────────────────────────────────────

describe('themes and tags', () => {
  const theme = (fi: string, sv = '') => ({ kind: 'theme' as const, fi, sv, en: '' });
  const list = putTerm(putTerm(NO_TERMS, 't1', theme('Koulukuljetukset', 'Skolskjutsar')), 't2', theme('Koulukyydit'));

  test('a name is taken once in whatever language and letters', () => {
    expect(problemsOf(() => putTerm(list, 't3', theme('skolskjutsar')))).toHaveProperty('fi');
    expect(problemsOf(() => putTerm(list, 't3', theme(' ')))).toHaveProperty('fi');
    expect(putTerm(list, 't1', theme('Koulukuljetukset', 'Skolskjuts')).terms).toHaveLength(2);
  });

  test('merged, its items and its names go over, also through several merges', () => {
    const three = putTerm(list, 't3', theme('Oppilaskuljetukset'));
    const merged = mergeTerms(mergeTerms(three, 't2', 't1'), 't1', 't3');
    expect(ownTerms(merged).map(({ id }) => id)).toEqual(['t3']);
    expect(termsOf(merged, ['t1', 't2', 't3', 'gone']).map(({ id }) => id)).toEqual(['t3']);
    expect(namesOf(merged, 't3').sort()).toEqual([
      'Koulukuljetukset',
      'Koulukyydit',
      'Oppilaskuljetukset',
      'Skolskjutsar',
    ]);
    expect(termNamed(merged, 'KOULUKYYDIT')?.id).toBe('t3');
  });

  test('with itself, or with what was merged into it, it can’t be merged', () => {
    expect(() => mergeTerms(list, 't1', 't1')).toThrow(Refusal);
    expect(() => mergeTerms(mergeTerms(list, 't2', 't1'), 't1', 't2')).toThrow(Refusal);
    expect(() => mergeTerms(list, 't1', 'gone')).toThrow(Refusal);
  });

  test('removed, it is nowhere, with what was merged into it', () => {
    const left = removeTerm(mergeTerms(list, 't2', 't1'), 't1');
    expect([left.terms, termOf(left, 't2')]).toEqual([[], undefined]);
  });

  test('a chain of merges never ends in a circle', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 30 }), (merges) => {
        let of = NO_TERMS;
        for (let n = 0; n < 6; n++) of = putTerm(of, `t${n}`, theme(`Teema ${n}`));
        for (const [from, into] of merges) {
          try {
            of = mergeTerms(of, `t${from}`, `t${into}`);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        for (const { id } of of.terms) expect(termOf(of, id)?.mergedInto).toBeUndefined();
      }),
    );
  });
});

// ── What municipalities say ────────────────────────────────────────────────────────────────────

describe('what a municipality says', () => {
  const who = { material: activityId.parse('m1'), organisation: organisationId.parse('fi-020'), by: author };

  test('a mark with a comment and own notes', () => {
    const said = react({ status: 'tried', comment: ' Toimi. ', notes: { people: 'Rehtorit', views: ' ' } }, who, NOW);
    expect(said).toEqual({ ...who, status: 'tried', comment: 'Toimi.', notes: { people: 'Rehtorit' }, at: NOW });
  });

  test('notes alone are kept without a mark, and nothing at all is nothing', () => {
    expect(react({ status: '', comment: '', notes: { other: 'Muista' } }, who, NOW)?.status).toBeUndefined();
    expect(react({ status: '', comment: '', notes: {} }, who, NOW)).toBeUndefined();
  });

  test('a comment that all see needs a mark, and nothing may be too long', () => {
    const long = Object.fromEntries(PROMPTS.map((one) => [one, 'x'.repeat(5000)]));
    expect(
      Object.keys(problemsOf(() => react({ status: '', comment: 'x'.repeat(1001), notes: long }, who, NOW))),
    ).toEqual(['comment', 'status', ...PROMPTS.map((one) => `notes.${one}`)]);
  });
});

// ── Files before they are sent ─────────────────────────────────────────────────────────────────

describe('a file that is offered', () => {
  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['D:\\Kansio\\diat.pptx', 'diat.pptx'],
    ['mat\u0000eri\u202eaali.pdf', 'materiaali.pdf'],
    ['koulukuljetukset.PDF', 'koulukuljetukset.PDF'],
  ])('%j is called %s', (typed, name) => {
    expect(cleanName(typed)).toBe(name);
    expect(readOffer({ name: typed, size: 1, changedAt: 0 }).name).toBe(name);
  });

  test.each([
    ['a program', { name: 'ohjelma.exe', size: 10 }],
    ['a script behind two endings', { name: 'diat.pdf.js', size: 10 }],
    ['no ending', { name: 'diat', size: 10 }],
    ['nothing but a folder', { name: '../', size: 10 }],
    ['nothing in it', { name: 'diat.pdf', size: 0 }],
    ['one byte too many', { name: 'diat.pdf', size: LARGEST_FILE + 1 }],
    ['a name too long', { name: `${'x'.repeat(200)}.pdf`, size: 10 }],
  ])('is refused with %s', (_, offer) => {
    expect(() => readOffer({ ...offer, changedAt: 0 })).toThrow(Refusal);
  });

  test('must hold what its name says; an Office file with a password is kept', () => {
    expect(requireContent('diat.pptx', 'pptx').family).toBe('slides');
    expect(requireContent('diat.pptx', 'cfb').family).toBe('slides');
    for (const sign of ['docx', 'zip', 'pdf', undefined] as const)
      expect(() => requireContent('diat.pptx', sign)).toThrow(Refusal);
    expect(() => requireContent('kuva.png', 'jpeg')).toThrow(Refusal);
  });

  test('what can hold scripts is never shown where it stands', () => {
    const shown = FILE_FORMATS.filter(({ isInline }) => isInline).map(({ extension }) => extension);
    for (const extension of ['svg', 'html', 'htm', 'zip', 'docx']) expect(shown).not.toContain(extension);
  });

  test('the same name, size and time of the same person is the same file', () => {
    const offer = { name: 'diat.pdf', size: 10, changedAt: 7 };
    const begun = newUpload(activityId.parse('u1'), offer, 'diat.pdf', author, NOW);
    expect(isSame(begun, offer, 'diat.pdf')).toBe(true);
    expect(isSame(begun, { ...offer, changedAt: 8 }, 'diat.pdf')).toBe(false);
  });

  test('blocks make up the file, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGEST_FILE }), (size) => {
        const count = blocksOf(size);
        const last = blockSize(size, count - 1);
        expect((count - 1) * BLOCK + last).toBe(size);
        expect(last > 0 && last <= BLOCK).toBe(true);
        expect(blockSize(size, count)).toBe(0);
      }),
    );
  });
});

// ── Use and visits ─────────────────────────────────────────────────────────────────────────────

describe('use', () => {
  test('is counted by month and kind', () => {
    const of = used(used(used(undefined, 'seen', '2026-11'), 'seen', '2026-12'), 'downloaded', '2026-12');
    expect([total(of.months), total(of.downloads)]).toEqual([2, 1]);
    const span = { from: toInstant('2026-11-30T22:00:00Z'), to: toInstant('2027-01-01T00:00:00Z') };
    expect(usesIn(of, span, 'Europe/Helsinki')).toBe(1);
  });
});

describe('new since my last visit', () => {
  test('nothing on the first, what came since on the second, and the same while one looks around', () => {
    const first = visited(undefined, NOW);
    expect(newSince(first)).toBeUndefined();
    const second = visited(first, plus(NOW, DAY));
    expect(newSince(second)).toBe(NOW);
    const still = visited(second, plus(NOW, DAY + HOUR / 2));
    expect(newSince(still)).toBe(NOW);
    expect(newSince(visited(still, plus(NOW, 2 * DAY)))).toBe(plus(NOW, DAY + HOUR / 2));
  });
});

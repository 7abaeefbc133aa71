/** A statement as a Word document: the text and who has joined, to download and for the material bank. */
import { inWords } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { nameIn } from '../../core/organisation.ts';
import type { BankItem } from '../../core/ports.ts';
import { registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import type { Work } from '../../core/turn.ts';
import { type Block, DOCX, type DocumentDraft, makeDocument } from '../../documents/document.ts';
import { joinsOf } from './memory.ts';
import { joinedOf, visibleStatement } from './shown.ts';
import { newest, type Signatory, type Statement } from './statement.ts';
import { text } from './text.ts';

/** Everything that the document says, as plain data. `joined`: of one that is not final yet, those who are in so far. */
export function statementDocument(
  of: Statement,
  joined: readonly Pick<Signatory, 'names' | 'note'>[],
  { t, network, zone }: { readonly t: Translate; readonly network: string; readonly zone: string },
): DocumentDraft {
  const { n, at, paragraphs } = newest(of);
  const [locale = 'fi'] = t.locales;
  const dayOf = (when: Statement['createdAt']): string =>
    inWords(when, zone, locale, { day: 'numeric', month: 'numeric', year: 'numeric' });
  const lead = of.final
    ? t(text.docFinal, { date: dayOf(of.final.at) })
    : t(text.docVersion, { n: String(n), date: dayOf(at) });
  const blocks: Block[] = [
    { type: 'lead', text: `${network}\n${lead}` },
    { type: 'title', text: of.title },
    ...(of.askedBy === undefined ? [] : [{ type: 'note', text: t(text.askedBy, { who: of.askedBy }) } as const]),
    ...paragraphs.map((one): Block => ({ type: 'text', text: one.text })),
    ...(joined.length === 0
      ? [{ type: 'text', text: t(text.docNobody, { network }) } as const]
      : [
          { type: 'heading', level: 2, text: t(text.docJoined) } as const,
          {
            type: 'list',
            items: joined.map(({ names, note }) =>
              note === undefined ? nameIn(names, t) : `${nameIn(names, t)}: ${note}`,
            ),
          } as const,
        ]),
  ];
  return { title: of.title, author: network, language: t.tag, foot: `${network} · ${of.title}`, blocks };
}

async function bytesOf(work: Work, of: Statement, t: Translate): Promise<Uint8Array> {
  const { network } = work;
  const joined =
    of.final?.joined ??
    joinedOf(await registerOf(work), of, await joinsOf(work, of.id))
      .filter(({ isAskedAgain }) => !isAskedAgain)
      .map(({ names, join: { note } }) => ({ names, ...(note === undefined ? {} : { note }) }));
  return makeDocument(statementDocument(of, joined, { t, network: network.name, zone: network.zone }));
}

function fileName({ title, id }: Statement): string {
  const words = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${[...words].slice(0, 60).join('') || id}.docx`;
}

/** What the material bank gets of a final statement. */
export async function bankItemOf(work: Work, of: Statement, t: Translate): Promise<BankItem> {
  const joined = t(text.joinedCount, { n: of.final?.joined.length ?? 0 });
  return {
    ...{ requestId: `statements.${of.id}`, type: 'document', title: of.title },
    summary: [t(text.bankSummary, { joined }), of.background].filter(Boolean).join('\n\n'),
    file: { name: fileName(of), bytes: await bytesOf(work, of, t) },
  };
}

export const statementDownloads: readonly Download[] = [
  {
    name: 'statements.docx',
    role: 'member',
    async produce(subject, visit) {
      const of = await visibleStatement(visit, subject as ActivityId);
      return { fileName: fileName(of), contentType: DOCX, bytes: await bytesOf(visit, of, visit.t) };
    },
  },
];

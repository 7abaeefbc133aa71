/** What the pages of imported lists share: where they are, and what the states of rows and lists are called. */
import type { ImportRow, ImportView } from '../../calls.ts';
import type { Message } from '../../text.ts';
import { importText } from './import-text.ts';

export const IMPORT_PAGE = 'manage/import';
export const importPage = (id: string): string => `${IMPORT_PAGE}/${encodeURIComponent(id)}`;

export type Outcome = ImportRow['outcome'];
type Field = ImportView['fields'][number]['field'];
/** What a row holds by field. */
export type Cells = Partial<Record<Field, string>>;

export const OUTCOMES: Readonly<Record<Outcome, { readonly one: Message; readonly count: Message }>> = {
  wrong: { one: importText.isWrong, count: importText.countWrong },
  doubtful: { one: importText.isDoubtful, count: importText.countDoubtful },
  new: { one: importText.isNew, count: importText.countNew },
  changed: { one: importText.isChanged, count: importText.countChanged },
  same: { one: importText.isSame, count: importText.countSame },
  skipped: { one: importText.isSkipped, count: importText.countSkipped },
};

export const STATES: Readonly<Record<ImportView['state'], Message>> = {
  settling: importText.stateSettling,
  applying: importText.stateApplying,
  done: importText.stateDone,
};

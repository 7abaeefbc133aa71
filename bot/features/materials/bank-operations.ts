/** What other features put into the bank when something of theirs is finished: an answered question, a statement. */
import { createHash } from 'node:crypto';
import { blockSize, blocksOf } from '../../core/file-format.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { BankItem } from '../../core/ports.ts';
import type { Visit } from '../../core/turn.ts';
import { LONGEST_SUMMARY } from './material.ts';
import { EMPTY_DRAFT } from './material-draft.ts';
import { findMaterial } from './memory.ts';
import { addAs, materialIdOf } from './operations.ts';
import { finishUpload, startUpload, takeBlock } from './upload-operations.ts';

/** Adds it as the actor's own item, published or proposed as they may. The same request adds once, whoever of two that make it at the same time. */
export async function addToBank(item: BankItem, visit: Visit): Promise<ActivityId> {
  const id = materialIdOf('bank', item.requestId);
  if (await findMaterial(visit, id)) return id;
  const files = item.file ? [{ upload: await sentFile(visit, item.file) }] : [];
  const { type, title, question = '', answer = '', terms = [] } = item;
  const summary = item.summary.slice(0, LONGEST_SUMMARY).toWellFormed();
  const draft = { ...EMPTY_DRAFT, type, title, summary, question, answer, terms: [...terms], files };
  return (await addAs(visit, id, { draft, intent: 'send' })).id;
}

/** As if the actor had sent it from their device, so that the bank keeps what it keeps by one way. */
async function sentFile(visit: Visit, { name, bytes }: NonNullable<BankItem['file']>): Promise<ActivityId> {
  const { upload } = await startUpload(visit, { name, size: bytes.length, changedAt: 0 });
  for (let index = 0, from = 0; index < blocksOf(bytes.length); index++) {
    const block = bytes.subarray(from, from + blockSize(bytes.length, index));
    from += block.length;
    const sha256 = createHash('sha256').update(block).digest('hex');
    await takeBlock(visit, upload.id, { index, sha256, bytes: block });
  }
  return (await finishUpload(visit, upload.id)).id;
}

/** The requests of an upload, as this tab makes them: blocks go by XMLHttpRequest, which alone tells how much of one is on its way. */

import type * as materials from '../../../../bot/features/materials/contract.ts';
import { type Api, ApiProblem, problemOf } from '../../api.ts';
import { call } from '../../call.ts';
import { finishUpload, startUpload } from './desk-calls.ts';
import type { Sender, Surroundings } from './upload.ts';

/** A block on a poor line, in milliseconds; Azure App Service ends a request after 230 s. */
const PATIENCE = 200_000;

const sendBlock = call<typeof materials.sendBlock>('PUT', '/material-uploads/{upload}/blocks/{index}');

export const senderFor = (api: Api): Sender => ({
  start: ({ name, size, lastModified }, signal) =>
    api.send(startUpload, { body: { name, size, changedAt: lastModified } }, signal),
  async block({ upload, index, bytes, sha256 }, signal, onSent) {
    const params = { upload, index: String(index), sha256 };
    const { url, headers } = await api.addressed(sendBlock, params);
    await put(url, headers, bytes, signal, onSent);
  },
  async finish(upload, signal) {
    await api.send(finishUpload, { params: { upload } }, signal);
  },
});

function put(
  url: string,
  headers: Readonly<Record<string, string>>,
  bytes: ArrayBuffer,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    const fail = (): void => reject(new ApiProblem({ status: 0, code: 'unreachable' }));
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.timeout = PATIENCE;
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onerror = fail;
    request.ontimeout = fail;
    request.onabort = () => reject(signal.reason as Error);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(problemOf(request.status, request.response, request.getResponseHeader('retry-after')));
    };
    request.onloadend = () => signal.removeEventListener('abort', stop);
    signal.addEventListener('abort', stop);
    request.send(bytes);
  });
}

export const browserSurroundings: Surroundings = {
  wait: (time, signal) =>
    until(signal, (done) => {
      const timer = setTimeout(done, time);
      return () => clearTimeout(timer);
    }),
  isOnline: () => navigator.onLine,
  untilOnline: (signal) =>
    until(signal, (done) => {
      addEventListener('online', done);
      return () => removeEventListener('online', done);
    }),
  chance: Math.random,
};

/** `begin` calls back once and returns how to stop waiting. */
const until = (signal: AbortSignal, begin: (done: () => void) => () => void): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const leave = (): void => {
      stop();
      signal.removeEventListener('abort', abandon);
    };
    const abandon = (): void => {
      leave();
      reject(signal.reason as Error);
    };
    const stop = begin(() => {
      leave();
      resolve();
    });
    signal.addEventListener('abort', abandon);
  });

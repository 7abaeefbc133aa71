/** A feature that does each thing a route or a download can do, for tests of the server around features. */
import { z } from 'zod';
import { endpoint } from '../../bot/core/endpoint.ts';
import { type Feature, route } from '../../bot/core/feature.ts';
import type { OpenPage, OpenVisit, Page, PageBody, PageRequest } from '../../bot/core/page.ts';
import { Refusal, refuseAny } from '../../bot/core/refusal.ts';
import { messages } from '../../bot/core/text.ts';
import { buttons, decoy, errorSummary, form, mistakesOf, paragraph, textField, together } from '../../bot/pages/kit.ts';

const text = messages({
  closed: { fi: '”{what}” on suljettu.', sv: '”{what}” är stängd.', en: '“{what}” is closed.' },
  empty: { fi: 'Kirjoita kysymys.', sv: 'Skriv en fråga.', en: 'Write a question.' },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  noName: { fi: 'Kirjoita nimesi.', sv: 'Skriv ditt namn.', en: 'Write your name.' },
  thanks: { fi: 'Kiitos, {name}!', sv: 'Tack, {name}!', en: 'Thank you, {name}!' },
  things: { fi: 'Asiat', sv: 'Ärenden', en: 'Things' },
  hello: { fi: 'Hei', sv: 'Hej', en: 'Hello' },
});
const none = z.object({});
const thing = z.object({ thing: z.string().max(40) });
const ok = z.object({ ok: z.boolean() });

const listThings = endpoint({
  method: 'GET',
  path: '/things',
  summary: 'Says hello in the language asked for, with the query that it got.',
  params: z.object({ after: z.string().optional(), page: z.coerce.number().int().max(100).optional() }),
  body: none,
  response: z.object({ hello: z.string(), after: z.string().optional(), page: z.number().optional() }),
});
const changeThing = endpoint({
  method: 'PUT',
  path: '/things/{thing}',
  summary: 'Gives the thing back as it was read.',
  params: thing,
  body: z.object({ size: z.int().min(1).max(9), colour: z.enum(['red', 'blue']) }),
  response: z.object({ thing: z.string(), size: z.int() }),
});
const forgetThing = endpoint({
  method: 'DELETE',
  path: '/things/{thing}',
  summary: 'Answers with nothing.',
  params: thing,
  body: none,
  response: z.undefined(),
});
const post = (path: string, summary: string) =>
  endpoint({ method: 'POST', path, summary, params: none, body: none, response: ok });
/** Bytes of the body of a request that takes a file. */
export const LARGEST_THING = 1024 * 1024;
const takeThing = endpoint({
  method: 'POST',
  path: '/large',
  summary: 'Takes a large body from coordinators.',
  params: none,
  body: z.object({ text: z.string() }),
  response: z.object({ length: z.int() }),
  largestBody: LARGEST_THING,
});
const linkThing = endpoint({
  method: 'POST',
  path: '/things/{thing}/file',
  summary: 'A signed address of the thing’s file.',
  params: thing,
  body: z.object({ download: z.string() }),
  response: z.object({ url: z.string() }),
});

const page = (path: string, more: Partial<Page> = {}): Page => ({
  path,
  menu: text.things,
  show: async (_, { t, actor }) => ({ title: t(text.things), body: paragraph(`${path}: ${actor.name}`) }),
  ...more,
});
/** A page of one's own link for outsiders too, and one for members alone. */
export const thingPages: readonly Page[] = [page('things', { isForOutsiders: true }), page('desk')];

/** What an open page knows of its thing: which round its link is in, and who wrote their name. */
export interface OpenThing {
  round: number;
  readonly taken: Map<string, string>;
}

export function openThing(of: OpenThing): OpenPage {
  const draw = ({ to }: PageRequest, { t, services, subject }: OpenVisit, refusal?: Refusal): PageBody => {
    const mistakes = refusal ? mistakesOf(refusal, t) : [];
    const body = together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      form(
        { to: to(''), id: services.newId() },
        textField({ name: 'name', label: t(text.name) }),
        decoy(t),
        buttons({ label: t(text.hello) }),
      ),
    );
    return { title: `${t(text.hello)} ${subject}`, body };
  };
  return {
    purpose: 'registration',
    show: async (asked, visit) => (visit.round === of.round ? draw(asked, visit) : undefined),
    async take({ id, fields }, visit) {
      if (visit.round !== of.round) return undefined;
      const name = fields.get('name') ?? '';
      if (name === 'x') throw new Refusal(text.closed, { what: visit.subject });
      refuseAny(name ? [] : [{ field: 'name', row: text.noName }]);
      of.taken.set(id, name);
      return { title: visit.t(text.thanks, { name }), body: paragraph('') };
    },
    refused: async (sent, refusal, visit) => draw(sent, visit, refusal),
  };
}

export const sample: Feature = {
  name: 'sample',
  kinds: [],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes: [
    route(listThings, 'member', async ({ params }, { t }) => ({ hello: t(text.hello), ...params })),
    route(changeThing, 'member', async ({ params, body }) => ({ ...params, ...body, secretField: 'leak' })),
    route(forgetThing, 'member', async () => undefined),
    route(post('/desk', 'For coordinators.'), 'coordinator', async () => ({ ok: true })),
    route(takeThing, 'coordinator', async ({ body }) => ({ length: body.text.length })),
    route(post('/refused', 'Refuses.'), 'member', async () => {
      throw new Refusal(text.closed, { what: 'Salaisuus' });
    }),
    route(post('/form', 'Refuses a form.'), 'member', async () => {
      refuseAny([
        { field: 'question', row: text.empty },
        { field: 'options', row: text.closed, params: { what: 'x' } },
      ]);
      return { ok: true };
    }),
    route(post('/broken', 'Fails.'), 'member', async () => {
      throw new Error('reading Salaisuus@example.fi went wrong');
    }),
    route(post('/liar', 'Breaks its contract.'), 'member', async () => ({ ok: 'yes' }) as never),
    route(linkThing, 'member', async ({ params, body }, { services, network, actor }) => ({
      url: await services.linkToFile({
        download: body.download,
        network: network.id,
        subject: params.thing,
        person: actor.person,
        locale: actor.locale,
      }),
    })),
  ],
  downloads: [
    {
      name: 'sample.csv',
      role: 'member',
      produce: async (subject, { t }) => ({
        fileName: `Äänestys “${subject}”/koe.csv`,
        contentType: 'text/csv; charset=utf-8',
        bytes: new TextEncoder().encode(`${t(text.hello)};${subject}\n`),
      }),
    },
    {
      name: 'sample.desk',
      role: 'coordinator',
      produce: async () => ({ fileName: 'a.txt', contentType: 'text/plain', bytes: new Uint8Array([1]) }),
    },
    {
      name: 'sample.refused',
      role: 'member',
      produce: async (subject) => {
        throw new Refusal(text.closed, { what: subject });
      },
    },
  ],
};

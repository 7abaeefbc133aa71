/** What the tab asks of bulletins and series: each request is loaded, decided and answered here. */
import { asCoordinator } from '../../core/access.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import { nameIn } from '../../core/organisation.ts';
import { pageOf } from '../../core/paging.ts';
import { LONGEST_ALT } from '../../core/picture.ts';
import { Refusal } from '../../core/refusal.ts';
import { registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import { type Bulletin, type BulletinDraft, makeBulletin, readContent, readMailing } from './bulletin.ts';
import { bulletinCard } from './cards.ts';
import * as contract from './contract.ts';
import { letterBody } from './letters.ts';
import { allBulletins, allSeries, bulletinNow, seriesNow } from './memory.ts';
import {
  audienceOf,
  cardFrame,
  correctBulletin,
  createBulletin,
  deliveriesOf,
  editBulletin,
  followUp,
  removeBulletin,
  scheduleBulletin,
  sendNow,
  shareBulletin,
  sumsFor,
  testLetter,
  unscheduleBulletin,
} from './operations.ts';
import {
  changeSeries,
  createSeries,
  removeSeries,
  scheduleSeries,
  unscheduleSeries,
  writeDay,
} from './series-operations.ts';
import {
  deliveryViews,
  deskLineOf,
  deskViewOf,
  inDeskOrder,
  lineOf,
  mayRead,
  readable,
  seriesLineOf,
  seriesViewOf,
  viewOf,
} from './shown.ts';
import { text } from './text.ts';

/** Bulletins and recipients in one answer of a list. */
const LIST_PAGE = 50;
const REPORT_PAGE = 100;

export const bulletinRoutes: readonly Route[] = [
  route(contract.listBulletins, 'member', async ({ params }, visit) => {
    const { rows, ...more } = pageOf(await readable(visit), params.after, LIST_PAGE);
    return { bulletins: rows.map(lineOf), ...more };
  }),
  route(contract.getBulletin, 'member', async ({ params }, visit) => {
    const of = await bulletinNow(visit, params.bulletin);
    if (!(await mayRead(visit, of))) throw new Refusal(text.unknownBulletin);
    return viewOf(visit, of);
  }),
  route(contract.getDesk, 'coordinator', async ({ params }, visit) => {
    await asCoordinator(visit);
    const [all, series] = await Promise.all([allBulletins(visit), allSeries(visit)]);
    const now = visit.services.clock.now();
    const sorted = inDeskOrder(all.filter((one) => one.series === undefined));
    const { rows, ...more } = pageOf(sorted, params.after, LIST_PAGE);
    const lines = series.map((of) =>
      seriesLineOf(
        of,
        all.filter((one) => one.series?.id === of.id),
      ),
    );
    return {
      bulletins: rows.map((one) => deskLineOf(one, now)),
      series: lines.sort((a, b) => (a.firstDay < b.firstDay ? 1 : -1)),
      ...more,
    };
  }),
  route(contract.getChoices, 'coordinator', async (_, visit) => {
    await asCoordinator(visit);
    const { groups, rules } = await registerOf(visit);
    const named = ({ id, names }: { id: string; names: Parameters<typeof nameIn>[0] }) => ({
      ...{ id, name: nameIn(names, visit.t) },
    });
    return {
      groups: [...groups.values()].map(named),
      areas: rules.areas.map(named),
      kinds: rules.kinds.map(named),
      isMailConfigured: visit.services.letters.isConfigured,
    };
  }),
  route(contract.countAudience, 'coordinator', async ({ body }, visit) => {
    await asCoordinator(visit);
    const { mail = 0, noAddress = 0, unwanted = 0, inTeams = 0 } = await audienceOf(visit, body.filter);
    return { all: mail + noAddress + unwanted + inTeams, mail, noAddress, unwanted, inTeams };
  }),
  route(contract.previewBulletin, 'coordinator', async ({ body }, visit) => {
    await asCoordinator(visit);
    try {
      return { ...(await preview(visit, body)), problems: [] };
    } catch (error) {
      if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
      return {
        problems: error.problems.map(({ field, row, params }) => ({ field, message: visit.t(row, params) })),
      };
    }
  }),
  route(contract.createBulletin, 'coordinator', async ({ body }, visit) =>
    deskViewOf(visit, await createBulletin(visit, body.draft, body.requestId)),
  ),
  route(contract.getDeskBulletin, 'coordinator', async ({ params }, visit) => {
    await asCoordinator(visit);
    return deskViewOf(visit, await bulletinNow(visit, params.bulletin));
  }),
  route(contract.editBulletin, 'coordinator', async ({ params, body }, visit) =>
    deskViewOf(visit, await editBulletin(visit, params.bulletin, body)),
  ),
  route(contract.removeBulletin, 'coordinator', async ({ params }, visit) => {
    await removeBulletin(visit, params.bulletin);
    return {};
  }),
  route(contract.scheduleBulletin, 'coordinator', async ({ params, body }, visit) =>
    deskViewOf(visit, await scheduleBulletin(visit, params.bulletin, body)),
  ),
  route(contract.unscheduleBulletin, 'coordinator', async ({ params }, visit) =>
    deskViewOf(visit, await unscheduleBulletin(visit, params.bulletin)),
  ),
  route(contract.sendBulletin, 'coordinator', async ({ params }, visit) =>
    deskViewOf(visit, await sendNow(visit, params.bulletin)),
  ),
  route(contract.testBulletin, 'coordinator', async ({ params, body }, visit) => {
    await testLetter(visit, params.bulletin, body.requestId);
    return {};
  }),
  route(contract.correctBulletin, 'coordinator', async ({ params, body }, visit) =>
    deskViewOf(visit, await correctBulletin(visit, params.bulletin, body)),
  ),
  route(contract.followUp, 'coordinator', async ({ params, body }, visit) =>
    deskViewOf(visit, await followUp(visit, params.bulletin, body.requestId)),
  ),
  route(contract.shareBulletin, 'coordinator', async ({ params, body }, visit) =>
    deskViewOf(visit, await shareBulletin(visit, params.bulletin, body.isPublic)),
  ),
  route(contract.repostBulletin, 'coordinator', async ({ params }, visit) => {
    await asCoordinator(visit);
    const of = await bulletinNow(visit, params.bulletin);
    await visit.services.posts.again(visit.network.id, of.post);
    return deskViewOf(visit, of);
  }),
  route(contract.getDelivery, 'coordinator', async ({ params }, visit) => {
    await asCoordinator(visit);
    const of = await bulletinNow(visit, params.bulletin);
    const told = await deliveriesOf(visit, of);
    const wanted = params.fate === undefined ? told : told.filter(({ fate }) => fate === params.fate);
    const { rows, ...more } = pageOf(await deliveryViews(visit, wanted), params.after, REPORT_PAGE);
    return {
      ...{ sums: sumsFor(of, told), size: of.list?.size ?? 0, given: of.list?.given ?? 0, rows: [...rows] },
      ...{ isForgotten: of.totals !== undefined, isMailConfigured: visit.services.letters.isConfigured, ...more },
    };
  }),
  route(contract.exportDelivery, 'coordinator', async ({ params, body }, visit) => {
    await asCoordinator(visit);
    await bulletinNow(visit, params.bulletin);
    return { url: await linkToFile(visit, `bulletins.${body.format}`, params.bulletin) };
  }),
  route(contract.createSeries, 'coordinator', async ({ body }, visit) =>
    seriesViewOf(visit, await createSeries(visit, body.draft, body.requestId)),
  ),
  route(contract.getSeries, 'coordinator', async ({ params }, visit) => seriesFor(visit, params.series)),
  route(contract.changeSeries, 'coordinator', async ({ params, body }, visit) =>
    seriesViewOf(visit, await changeSeries(visit, params.series, body)),
  ),
  route(contract.removeSeries, 'coordinator', async ({ params }, visit) => {
    await removeSeries(visit, params.series);
    return {};
  }),
  route(contract.writeDay, 'coordinator', async ({ params, body }, visit) => {
    await writeDay(visit, { id: params.series, day: params.day }, body);
    return seriesFor(visit, params.series);
  }),
  route(contract.scheduleSeries, 'coordinator', async ({ params }, visit) => {
    const { scheduled, empty, missed } = await scheduleSeries(visit, params.series);
    return { series: await seriesFor(visit, params.series), scheduled, empty: [...empty], missed: [...missed] };
  }),
  route(contract.unscheduleSeries, 'coordinator', async ({ params }, visit) => {
    await unscheduleSeries(visit, params.series);
    return seriesFor(visit, params.series);
  }),
];

async function seriesFor(visit: Visit, id: ActivityId) {
  await asCoordinator(visit);
  return seriesViewOf(visit, await seriesNow(visit, id));
}

/** The card as the channel would show it, and the letter as the actor would get it. */
async function preview(visit: Visit, draft: BulletinDraft) {
  const { groups } = await registerOf(visit);
  const content = readContent(draft);
  const { mailTo, toChannel, isPublic } = draft;
  if (mailTo === 'members') readMailing(draft, undefined, (group) => groups.has(group));
  const sent = activityId.safeParse(draft.picture?.id);
  const alt = draft.picture?.alt.slice(0, LONGEST_ALT) ?? '';
  const id = activityId.parse('bulletin-preview');
  const of: Bulletin = makeBulletin(
    {
      ...{ ...content, toChannel, mail: { to: 'none' }, isPublic },
      ...(sent.success ? { picture: { id: sent.data, alt, width: 1, height: 1 } } : {}),
    },
    { id, by: visit.actor.person, now: visit.services.clock.now() },
  );
  const { title, blocks } = await letterBody(of, visit);
  return {
    ...(toChannel ? { card: bulletinCard(of, await cardFrame(visit, of)) } : {}),
    ...(mailTo === 'none'
      ? {}
      : {
          letter: {
            subject: title,
            paragraphs: blocks.flatMap((one) => (one.type === 'links' ? [] : [one.text])),
            links: blocks.flatMap((one) => (one.type === 'links' ? one.links.map(({ label }) => label) : [])),
          },
        }),
  };
}

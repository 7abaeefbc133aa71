/** Boxes and challenges in a world of their own, with the part switched on: put up, filled, opened, and passed on. */
import { Transformer } from '@napi-rs/image';
import type { Endpoint } from '../../bot/core/endpoint.ts';
import { networks } from '../../bot/core/network.ts';
import type { OpenPage, OpenVisit, Page, PageBody, PageRequest, SentForm } from '../../bot/core/page.ts';
import type { Locale } from '../../bot/core/text.ts';
import { translator } from '../../bot/core/text.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { update } from '../../bot/core/update.ts';
import {
  type Box,
  type BoxDraft,
  boxDraft,
  type Story,
  type StoryDraft,
  storyDraft,
} from '../../bot/features/boxes/box.ts';
import { createBox, setPublic } from '../../bot/features/boxes/box-operations.ts';
import { type Challenge, type ChallengeDraft, challengeDraft, deedDraft } from '../../bot/features/boxes/challenge.ts';
import { type Added, addDeed, createChallenge } from '../../bot/features/boxes/challenge-operations.ts';
import { boxes } from '../../bot/features/boxes/feature.ts';
import { boxNow } from '../../bot/features/boxes/memory.ts';
import { boxOpenPages, boxPages } from '../../bot/features/boxes/pages.ts';
import { leaveStory } from '../../bot/features/boxes/story-operations.ts';
import { askOf, type FeatureWorld, NETWORK, openFeatureWorld, person } from './feature-world.ts';

/** The first opening of a box that nobody said otherwise of: Friday 6.3.2026 at noon where the network is. */
export const FIRST_OPENING = '2026-03-06T10:00:00.000Z';

export interface BoxWorld extends FeatureWorld {
  /** Puts up a box as the coordinator; opened on Fridays at 12 unless the draft says otherwise. */
  putUp(draft?: Partial<BoxDraft>): Promise<Box>;
  leave(n: number, box: Box, draft?: Partial<StoryDraft>): Promise<Story>;
  boxNow(box: Pick<Box, 'id'>): Promise<Box>;
  /** Sets the clock and lets the jobs look. */
  until(time: string): Promise<void>;
  challenge(draft?: Partial<ChallengeDraft>): Promise<Challenge>;
  /** `to`: whom they challenge. */
  act(n: number, challenge: Challenge, of?: { text?: string; to?: number; isUnnamed?: boolean }): Promise<Added>;
  /** The public page of a box, opened for it. */
  openVisit(box: Pick<Box, 'id'>, round?: number, locale?: Locale): Promise<OpenVisit>;
  switchModule(isOn: boolean): Promise<void>;
  /** What the channel's post of this drawing shows; undefined: nothing. */
  drawn(name: string, subject: string): Promise<string | undefined>;
}

export async function openBoxWorld(): Promise<BoxWorld> {
  const base = await openFeatureWorld([boxes]);
  const { clock } = base;
  const world: BoxWorld = Object.assign(base, {
    async putUp(draft: Partial<BoxDraft> = {}) {
      const typed = boxDraft.parse({ title: 'Arjen muistot', intro: 'Kerro matkasta, jonka muistat.', ...draft });
      const box = await createBox(await world.visit(0), typed, world.services.newId());
      await clock.rest();
      return box;
    },
    leave: async (n: number, { id }: Box, draft: Partial<StoryDraft> = {}) =>
      leaveStory(
        await world.visit(n),
        id,
        storyDraft.parse({ text: `Jäsenen ${n} tarina`, ...draft }),
        world.services.newId(),
      ),
    boxNow: async ({ id }: Pick<Box, 'id'>) => boxNow(await world.work(), id),
    async until(time: string) {
      await world.passTo(time);
      await clock.advance(11_000);
    },
    async challenge(draft: Partial<ChallengeDraft> = {}) {
      const typed = {
        title: 'Sata hyvää tekoa',
        text: 'Auta ja haasta seuraava.',
        goal: '3',
        unit: 'hyvää tekoa',
        ...draft,
      };
      const made = await createChallenge(await world.visit(0), challengeDraft.parse(typed), world.services.newId());
      await clock.rest();
      return made;
    },
    async act(
      n: number,
      { id }: Challenge,
      { text = `Jäsenen ${n} teko`, to, isUnnamed = false }: { text?: string; to?: number; isUnnamed?: boolean } = {},
    ) {
      await clock.advance(1); // so that of two deeds one is the earlier
      const passTo = to === undefined ? '' : person(to).split('|')[1];
      return addDeed(await world.visit(n), id, deedDraft.parse({ text, isUnnamed, passTo }), world.services.newId());
    },
    async openVisit({ id }: Pick<Box, 'id'>, round = 1, locale: Locale = 'fi') {
      return { ...(await world.work()), subject: id, round, locale, t: translator(locale) };
    },
    switchModule: (isOn: boolean) => switchBoxes(world, isOn),
    async drawn(name: string, subject: string) {
      const drawing = boxes.drawings.find((one) => one.name === name);
      const body = await drawing?.draw(subject, await world.work());
      return body && JSON.stringify(body);
    },
  });
  await switchBoxes(world, true);
  return world;
}

async function switchBoxes(world: FeatureWorld, isOn: boolean): Promise<void> {
  await update({ store: world.services.store, scope: world.scope, kind: networks, id: NETWORK }, (of) =>
    of ? { ...of, modules: { ...of.modules, boxes: isOn } } : of,
  );
  await world.clock.advance(3000); // the gate keeps a network's settings for two seconds
}

/** Asks as the tab does, and checks that the answer keeps the contract. */
export const ask = <P, B, R>(
  endpoint: Endpoint<P, B, R>,
  visit: Visit,
  of: { params?: object; body?: object } = {},
): Promise<R> => askOf(boxes.routes, endpoint, visit, of);

// ── Pages ──────────────────────────────────────────────────────────────────────────────────────

const asked = (params: Record<string, string> = {}): PageRequest => ({
  params,
  query: new URLSearchParams(),
  to: (page) => `/p/token/${page}`,
});

export const sentForm = (
  id: string,
  fields: Readonly<Record<string, string>>,
  { params = {}, files }: { params?: Record<string, string>; files?: ReadonlyMap<string, Uint8Array> } = {},
): SentForm => ({ ...asked(params), id, fields: new URLSearchParams(fields), ...(files ? { files } : {}) });

export const pageAt = (path: string): Page => {
  const found = boxPages.find((one) => one.path === path);
  if (!found) throw new Error(`no page ${path}`);
  return found;
};
export const publicPage = boxOpenPages[0] as OpenPage;

export const htmlOf = (page: PageBody | undefined): string => page?.body.html ?? '';
export const shownAt = async (path: string, params: Record<string, string>, visit: Visit): Promise<string> =>
  htmlOf(await pageAt(path).show(asked(params), visit));
export const shownOpenly = async (visit: OpenVisit): Promise<string> => htmlOf(await publicPage.show(asked(), visit));

/** Opens the public page of a box and gives its round. */
export async function openToAll(world: BoxWorld, box: Pick<Box, 'id'>): Promise<number> {
  return (await setPublic(await world.visit(0), box.id, { isPublic: true, renew: false })).round;
}

/** A plain PNG. */
export const png = (width = 40, height = 30): Promise<Uint8Array> =>
  Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(120), width, height).png();

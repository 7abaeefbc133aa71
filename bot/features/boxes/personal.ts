/** What boxes and challenges store on a person: their stories and deeds, whom they challenged and who challenged them. Erasing keeps the count of deeds. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { dropPictures } from '../../core/pictures.ts';
import { keptSince } from '../../core/retention.ts';
import { activityScope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { type Box, isOpened, type Story, stories } from './box.ts';
import { type Challenge, type Deed, directPostOf } from './challenge.ts';
import { changeDeed } from './challenge-operations.ts';
import {
  allBoxes,
  allChallenges,
  changeBox,
  changeChallenge,
  deedsIn,
  forgetBox,
  forgetChallenge,
  storiesIn,
} from './memory.ts';
import { dropStory } from './story-operations.ts';

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const isTheirs = (person: PersonKey | undefined): boolean => person !== undefined && isOneOf(ids, person);
  const [boxes, challenges] = await Promise.all([allBoxes(work), allChallenges(work)]);
  const left = await Promise.all(
    boxes.map(async (box) =>
      (await storiesIn.now(work, box.id))
        .filter(({ by }) => isTheirs(by))
        .map(({ text, picture, name, organisation, state, at, ...of }) => ({
          ...{ box: box.title, text, at, state: isOpened(box, { state, ...of }) ? 'opened' : state },
          ...(name === undefined ? {} : { name }),
          ...(organisation === undefined ? {} : { organisation }),
          ...(picture === undefined ? {} : { picture: picture.alt }),
        })),
    ),
  );
  const done = await Promise.all(
    challenges.map(async (of) => {
      const all = await deedsIn.now(work, of.id);
      return {
        own: all
          .filter(({ by }) => isTheirs(by))
          .map(({ text, at, picture, isUnnamed, passedTo }) => ({
            ...{ challenge: of.title, text, at, isNamed: isUnnamed !== true, hasChallenged: passedTo !== undefined },
            ...(picture === undefined ? {} : { picture: picture.alt }),
          })),
        passed: all
          .filter(({ passedTo }) => passedTo !== undefined && ids.includes(passedTo))
          .map(({ at }) => ({ challenge: of.title, at })),
      };
    }),
  );
  return {
    boxesCreated: boxes.filter(({ by }) => isTheirs(by)).map(({ id, title, at }) => ({ box: id, title, at })),
    stories: left.flat(),
    challengesCreated: challenges
      .filter(({ by }) => isTheirs(by))
      .map(({ id, title, at }) => ({ challenge: id, title, at })),
    deeds: done.flatMap(({ own }) => own),
    challengedBySomeone: done.flatMap(({ passed }) => passed),
  };
}

// ── Erasing ────────────────────────────────────────────────────────────────────────────────────

/** Their stories go whole, opened or not. Their deeds still count, without words, picture and name. */
async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  for (const box of await allBoxes(work)) await eraseInBox(box, ids, as, work);
  for (const challenge of await allChallenges(work)) await eraseInChallenge(challenge, ids, as, work);
}

async function eraseInBox(box: Box, ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  for (const one of await storiesIn.now(work, box.id)) {
    if (one.by && isOneOf(ids, one.by)) await dropStory(work, box, one);
    else if (one.checked && isOneOf(ids, one.checked.by))
      await changeStoryOf(work, one, (of) => (of.checked ? { ...of, checked: { ...of.checked, by: as } } : of));
  }
  if (isOneOf(ids, box.by)) await changeBox(work, box.id, (of) => ({ ...of, by: as }));
  storiesIn.forget(work, box.id);
  forgetBox(work, box.id);
}

async function changeStoryOf(work: Work, one: Story, change: (of: Story) => Story): Promise<void> {
  const scope = activityScope(work.scope, one.box);
  await update({ store: work.services.store, scope, kind: stories, id: one.id }, (of) => of && change(of));
}

async function eraseInChallenge(
  challenge: Challenge,
  ids: readonly MemberId[],
  as: PersonKey,
  work: Work,
): Promise<void> {
  let isChanged = false;
  for (const one of await deedsIn.now(work, challenge.id)) {
    const isTheirs = isOneOf(ids, one.by);
    const isToThem = one.passedTo !== undefined && ids.includes(one.passedTo);
    if (!isTheirs && !isToThem) continue;
    isChanged = true;
    if (isTheirs && one.picture) await dropPictures(work, [one.picture.id]);
    await changeDeed(work, challenge.id, one.id, (of) => withoutPerson(of, { isTheirs, isToThem, as }));
    // whom they challenged was told by whom
    if (one.passedTo && !isToThem) await work.services.posts.refresh(work.network.id, directPostOf(one, one.passedTo));
  }
  if (isOneOf(ids, challenge.by)) await changeChallenge(work, challenge.id, (of) => ({ ...of, by: as }));
  deedsIn.forget(work, challenge.id);
  forgetChallenge(work, challenge.id);
  if (isChanged) await work.services.posts.refresh(work.network.id, challenge.post);
}

function withoutPerson(
  of: Deed,
  { isTheirs, isToThem, as }: { readonly isTheirs: boolean; readonly isToThem: boolean; readonly as: PersonKey },
): Deed {
  const { picture, passedTo, ...rest } = of;
  return {
    ...rest,
    ...(passedTo === undefined || isToThem ? {} : { passedTo }),
    ...(isTheirs ? { by: as, text: '' } : picture === undefined ? {} : { picture }),
  };
}

// ── Expiring ───────────────────────────────────────────────────────────────────────────────────

/** What was not let in goes; some time after its opening nobody knows who wrote a story. */
async function expire(work: Work): Promise<void> {
  const now = work.services.clock.now();
  const refusedBefore = keptSince('refusedStories', now);
  const before = keptSince('storyWriters', now);
  for (const box of await allBoxes(work)) {
    for (const one of await storiesIn.now(work, box.id)) {
      if (one.state === 'refused' && (one.checked?.at ?? one.at) < refusedBefore) await dropStory(work, box, one);
      else if (one.by !== undefined && one.keptAt !== undefined && one.keptAt < before && isOpened(box, one))
        await changeStoryOf(work, one, ({ by: _, ...of }) => of);
    }
    storiesIn.forget(work, box.id);
  }
}

export const boxPersonal: Personal = { collect, erase, expire };

/** The requests of boxes and challenges. */
import type * as boxes from '../../../../bot/features/boxes/contract.ts';
import { call } from '../../call.ts';

export const listBoxes = call<typeof boxes.listBoxes>('GET', '/boxes');
export const getBox = call<typeof boxes.getBox>('GET', '/boxes/{box}');
export const createBox = call<typeof boxes.createBox>('POST', '/boxes');
export const editBox = call<typeof boxes.editBox>('PATCH', '/boxes/{box}');
export const endBox = call<typeof boxes.endBox>('POST', '/boxes/{box}/end');
export const removeBox = call<typeof boxes.removeBox>('DELETE', '/boxes/{box}');
export const setPublic = call<typeof boxes.setPublic>('POST', '/boxes/{box}/public');
export const leaveStory = call<typeof boxes.leaveStory>('POST', '/boxes/{box}/stories');
export const changeStory = call<typeof boxes.changeStory>('PATCH', '/boxes/{box}/stories/{story}');
export const removeStory = call<typeof boxes.removeStory>('DELETE', '/boxes/{box}/stories/{story}');
export const checkStory = call<typeof boxes.checkStory>('POST', '/boxes/{box}/stories/{story}/check');
export const getChallenge = call<typeof boxes.getChallenge>('GET', '/challenges/{challenge}');
export const createChallenge = call<typeof boxes.createChallenge>('POST', '/challenges');
export const editChallenge = call<typeof boxes.editChallenge>('PATCH', '/challenges/{challenge}');
export const endChallenge = call<typeof boxes.endChallenge>('POST', '/challenges/{challenge}/end');
export const removeChallenge = call<typeof boxes.removeChallenge>('DELETE', '/challenges/{challenge}');
export const addDeed = call<typeof boxes.addDeed>('POST', '/challenges/{challenge}/deeds');
export const passOn = call<typeof boxes.passOn>('POST', '/challenges/{challenge}/deeds/{deed}/pass');
export const declineChallenge = call<typeof boxes.declineChallenge>(
  'POST',
  '/challenges/{challenge}/deeds/{deed}/decline',
);
export const removeDeed = call<typeof boxes.removeDeed>('DELETE', '/challenges/{challenge}/deeds/{deed}');

export type BoxSummary = boxes.BoxSummary;
export type BoxView = boxes.BoxView;
export type BoxDesk = NonNullable<BoxView['desk']>;
export type BoxDraft = BoxDesk['draft'];
export type StoryView = boxes.StoryView;
export type OpenedStory = BoxView['stories'][number];
export type OwnStory = boxes.OwnStoryView;
export type ChallengeSummary = boxes.ChallengeSummary;
export type ChallengeView = boxes.ChallengeView;
export type ChallengeDraft = NonNullable<ChallengeView['desk']>['draft'];
export type DeedView = boxes.DeedView;
export type DeedAdded = boxes.DeedAdded;

/** The requests of the pages of ideas by method and path, typed by their contract; fetched with the pages. */
import type * as ideas from '../../../../bot/features/ideas/contract.ts';
import { call } from '../../call.ts';

export const listCollections = call<typeof ideas.listCollections>('GET', '/idea-collections');
export const getCollection = call<typeof ideas.getCollection>('GET', '/idea-collections/{collection}');
export const listIdeas = call<typeof ideas.listIdeas>('GET', '/idea-collections/{collection}/ideas');
export const ownIdeas = call<typeof ideas.ownIdeas>('GET', '/own-ideas');
export const ideaChoices = call<typeof ideas.ideaChoices>('GET', '/idea-choices');
export const previewCollection = call<typeof ideas.previewCollection>('POST', '/idea-collections/preview');
export const addCollection = call<typeof ideas.addCollection>('POST', '/idea-collections');
export const getCollectionDraft = call<typeof ideas.getCollectionDraft>('GET', '/idea-collections/{collection}/draft');
export const changeCollection = call<typeof ideas.changeCollection>('PATCH', '/idea-collections/{collection}');
export const publishCollection = call<typeof ideas.publishCollection>('POST', '/idea-collections/{collection}/publish');
export const closeCollection = call<typeof ideas.closeCollection>('POST', '/idea-collections/{collection}/close');
export const undoCollection = call<typeof ideas.undoCollection>('POST', '/idea-collections/{collection}/undo');
export const repostCollection = call<typeof ideas.repostCollection>('POST', '/idea-collections/{collection}/repost');
export const proposeIdea = call<typeof ideas.proposeIdea>('POST', '/idea-collections/{collection}/ideas');
export const similarIdeas = call<typeof ideas.similarIdeas>('GET', '/similar-ideas');
export const getIdea = call<typeof ideas.getIdea>('GET', '/ideas/{idea}');
export const getIdeaDraft = call<typeof ideas.getIdeaDraft>('GET', '/ideas/{idea}/draft');
export const changeIdea = call<typeof ideas.changeIdea>('PATCH', '/ideas/{idea}');
export const removeIdea = call<typeof ideas.removeIdea>('DELETE', '/ideas/{idea}');
export const supportIdea = call<typeof ideas.supportIdea>('PUT', '/ideas/{idea}/support');
export const commentIdea = call<typeof ideas.commentIdea>('POST', '/ideas/{idea}/comments');
export const changeComment = call<typeof ideas.changeComment>('PATCH', '/ideas/{idea}/comments/{comment}');
export const removeComment = call<typeof ideas.removeComment>('DELETE', '/ideas/{idea}/comments/{comment}');
export const themeIdeas = call<typeof ideas.themeIdeas>('POST', '/idea-collections/{collection}/theme');
export const mergeIdeas = call<typeof ideas.mergeIdeas>('POST', '/idea-collections/{collection}/merge');
export const splitIdea = call<typeof ideas.splitIdea>('POST', '/ideas/{idea}/split');
export const undoMade = call<typeof ideas.undoMade>('POST', '/ideas/{idea}/undo');
export const shortlistIdeas = call<typeof ideas.shortlistIdeas>('PUT', '/idea-collections/{collection}/shortlist');
export const voteOnIdeas = call<typeof ideas.voteOnIdeas>('POST', '/idea-collections/{collection}/vote');
export const decideIdeas = call<typeof ideas.decideIdeas>('POST', '/idea-collections/{collection}/decision');
export const setIdeaState = call<typeof ideas.setIdeaState>('POST', '/ideas/{idea}/state');
export const exportIdeas = call<typeof ideas.exportIdeas>('POST', '/idea-collections/{collection}/export');

export type {
  CollectionDraft,
  CollectionSummary,
  CollectionType,
  CollectionView,
  CommentView,
  IdeaDraft,
  IdeaRow,
  IdeaState,
  IdeaView,
  MadeDraft,
  SettableState,
  StepName,
} from '../../../../bot/features/ideas/contract.ts';

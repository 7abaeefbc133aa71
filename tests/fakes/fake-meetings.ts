/** The port Meetings in memory: keeps what each person made, and fails as the test says. */
import { type MeetingDraft, MeetingFailure, type Meetings } from '../../bot/core/ports.ts';

export interface MadeMeeting {
  readonly id: string;
  readonly joinUrl: string;
  /** With whose sign-in it was made; to anyone else it is gone. */
  readonly assertion: string;
  readonly draft: MeetingDraft;
}

export interface FakeMeetings extends Meetings {
  /** By id; what was cancelled is no longer there. */
  readonly made: Map<string, MadeMeeting>;
  /** Comments of what was cancelled, by id. */
  readonly cancelled: Map<string, string>;
  /** Runs before a call takes effect; throws or waits as the test needs. */
  answer: (what: 'create' | 'update' | 'cancel') => Promise<void> | void;
}

export function fakeMeetings(): FakeMeetings {
  const made = new Map<string, MadeMeeting>();
  const cancelled = new Map<string, string>();
  const own = (assertion: string, id: string): MadeMeeting => {
    const found = made.get(id);
    if (!found || found.assertion !== assertion) throw new MeetingFailure('gone', 'ErrorItemNotFound');
    return found;
  };
  const meetings: FakeMeetings = {
    isConfigured: true,
    made,
    cancelled,
    answer: () => {},
    async create(assertion, draft) {
      await meetings.answer('create');
      const earlier = [...made.values()].find((one) => one.draft.requestId === draft.requestId);
      const id = earlier?.id ?? `meeting-${made.size + cancelled.size + 1}`;
      const joinUrl = `https://teams.example.test/join/${id}`;
      made.set(id, { id, joinUrl, assertion, draft });
      return { id, joinUrl };
    },
    async update(assertion, id, draft) {
      await meetings.answer('update');
      made.set(id, { ...own(assertion, id), draft });
    },
    async cancel(assertion, id, comment) {
      await meetings.answer('cancel');
      own(assertion, id);
      made.delete(id);
      cancelled.set(id, comment);
    },
  };
  return meetings;
}

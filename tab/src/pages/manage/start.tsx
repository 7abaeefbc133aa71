/** Where managing begins: what waits for the coordinator, and the way to each page. */
import type { ReactNode } from 'react';
import { getRegister, listGroups, type MyNetwork, type RegisterFrame } from '../../calls.ts';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { ChevronRightRegular } from '../../icons.ts';
import { onLink } from '../../router.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { getMaterialDesk, type MaterialDesk } from '../materials/desk-calls.ts';
import { waitingOn } from '../materials/desk-link.tsx';
import { DESK_PAGE } from '../materials/place.ts';
import { getQuestionsDesk, type QuestionsDesk } from '../questions/calls.ts';
import { manageText } from './text.ts';

type Module = MyNetwork['modules'][number];

interface Entry {
  readonly page: string;
  readonly name: Message;
  readonly what: Message;
  /** Part of the app that it belongs to: where that is switched off, it is not there. */
  readonly module?: Module;
}

const ENTRIES: readonly Entry[] = [
  { page: 'manage/register', name: manageText.register, what: manageText.registerWhat },
  { page: 'manage/import', name: manageText.lists, what: manageText.listsWhat },
  { page: 'manage/groups', name: manageText.groups, what: manageText.groupsWhat },
  { page: 'manage/membership', name: manageText.membership, what: manageText.membershipWhat },
  { page: 'manage/reach', name: manageText.reach, what: manageText.reachWhat },
  { page: 'manage/report', name: manageText.report, what: manageText.reportWhat },
  { page: DESK_PAGE, name: manageText.materials, what: manageText.materialsWhat },
  { page: 'manage/bulletins', name: manageText.bulletins, what: manageText.bulletinsWhat, module: 'bulletins' },
  { page: 'manage/digest', name: manageText.digest, what: manageText.digestWhat },
  { page: 'manage/feedback', name: manageText.feedback, what: manageText.feedbackWhat },
  { page: 'manage/modules', name: manageText.modules, what: manageText.modulesWhat },
  { page: 'manage/privacy', name: manageText.privacy, what: manageText.privacyWhat },
];

export function Start(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const entries = ENTRIES.filter(({ module }) => module === undefined || network.modules.includes(module));
  const frame = useRead('register', getRegister);
  const groups = useRead('groups', listGroups);
  const materials = useRead('material-desk', getMaterialDesk);
  const questions = useRead('questions-desk', getQuestionsDesk, { isWanted: network.modules.includes('questions') });
  const waits = waitingOf(frame.data?.desk, groups.data?.ending?.length ?? 0, materials.data, questions.data);
  return (
    <>
      <Heading>{t(text.manage)}</Heading>
      <p className="lead">{t(manageText.lead)}</p>
      {frame.isPending && <Skeleton lines={2} />}
      {frame.isError && <Failure error={frame.error} onRetry={() => void frame.refetch()} />}
      {frame.data?.desk?.mailIsConfigured === false && <p className="notice warning">{t(manageText.noMail)}</p>}
      {waits.length > 0 && (
        <section aria-labelledby="waits">
          <h2 id="waits">{t(manageText.waits)}</h2>
          <ul className="plain list">
            {waits.map(({ page, name, n }) => (
              <li key={page + name.en}>
                <a className="line place" {...onLink(page)}>
                  <span className="strong">{t(name, { n })}</span>
                  <ChevronRightRegular className="icon" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="pages">
        <h2 id="pages" className={waits.length > 0 ? undefined : 'hidden'}>
          {t(manageText.pages)}
        </h2>
        <ul className="plain list">
          {entries.map(({ page, name, what }) => (
            <li key={page}>
              <a className="line place" {...onLink(page)}>
                <span>
                  <span className="strong">{t(name)}</span>
                  <span className="quiet small below">{t(what)}</span>
                </span>
                <ChevronRightRegular className="icon" />
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** What is there to do, each with where it is done; what there is none of is left out. */
function waitingOf(
  desk: RegisterFrame['desk'],
  endingTerms: number,
  materials: MaterialDesk | undefined,
  questions: QuestionsDesk | undefined,
): { page: string; name: Message; n: number }[] {
  const all = [
    { page: 'manage/register/claims', name: manageText.claims, n: (desk?.claims ?? 0) + (desk?.missing ?? 0) },
    { page: 'manage/register/unassigned', name: manageText.unassigned, n: desk?.unassigned ?? 0 },
    { page: 'manage/register/doubles', name: manageText.doubles, n: desk?.doubles ?? 0 },
    { page: 'manage/register/mergers', name: manageText.mergers, n: desk?.mergers ?? 0 },
    { page: 'manage/groups', name: manageText.endingTerms, n: endingTerms },
    { page: 'questions/queue', name: manageText.questionsWait, n: questions?.queue.length ?? 0 },
    { page: DESK_PAGE, name: manageText.materialsWait, n: materials ? waitingOn(materials) : 0 },
  ];
  return all.filter(({ n }) => n > 0);
}

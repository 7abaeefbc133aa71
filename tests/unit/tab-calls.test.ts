/** The tab's own table of requests against the contracts it stands for. */
import { expect, test } from '@jest/globals';
import type { Endpoint } from '../../bot/core/endpoint.ts';
import { RETENTION } from '../../bot/core/retention.ts';
import * as bulletins from '../../bot/features/bulletins/contract.ts';
import * as digest from '../../bot/features/digest/contract.ts';
import * as events from '../../bot/features/events/contract.ts';
import * as groups from '../../bot/features/groups/contract.ts';
import * as ideas from '../../bot/features/ideas/contract.ts';
import * as imports from '../../bot/features/imports/contract.ts';
import * as letters from '../../bot/features/letters/contract.ts';
import * as materials from '../../bot/features/materials/contract.ts';
import * as members from '../../bot/features/members/contract.ts';
import * as membership from '../../bot/features/membership/contract.ts';
import * as network from '../../bot/features/network/contract.ts';
import * as own from '../../bot/features/own/contract.ts';
import * as pictures from '../../bot/features/pictures/contract.ts';
import * as polls from '../../bot/features/polls/contract.ts';
import * as privacy from '../../bot/features/privacy/contract.ts';
import * as questions from '../../bot/features/questions/contract.ts';
import * as reach from '../../bot/features/reach/contract.ts';
import * as report from '../../bot/features/report/contract.ts';
import * as statements from '../../bot/features/statements/contract.ts';
import * as surveys from '../../bot/features/surveys/contract.ts';
import * as server from '../../bot/http/contract.ts';
import * as calls from '../../tab/src/calls.ts';
import { TAB_ENTITY } from '../../tab/src/entity.ts';
import * as callsOfBulletins from '../../tab/src/pages/bulletins/calls.ts';
import { NEEDS_KEPT } from '../../tab/src/pages/events/text.ts';
import * as callsOfIdeas from '../../tab/src/pages/ideas/calls.ts';
import * as callsOfDigest from '../../tab/src/pages/manage/digest-calls.ts';
import * as callsOfModules from '../../tab/src/pages/manage/modules-calls.ts';
import * as callsOfMaterials from '../../tab/src/pages/materials/calls.ts';
import * as deskCallsOfMaterials from '../../tab/src/pages/materials/desk-calls.ts';
import * as importCallsOfMaterials from '../../tab/src/pages/materials/import-calls.ts';
import * as callsOfQuestions from '../../tab/src/pages/questions/calls.ts';
import * as callsOfReports from '../../tab/src/pages/report/calls.ts';
import * as callsOfStatements from '../../tab/src/pages/statements/calls.ts';
import * as callsOfSurveys from '../../tab/src/pages/surveys/calls.ts';
import * as callsOfPictures from '../../tab/src/picture-calls.ts';

type Row = readonly [name: string, of: { method: string; path: string; isGlobal?: boolean }];
const rows = [
  ...Object.entries(calls),
  ...Object.entries(callsOfBulletins),
  ...Object.entries(callsOfDigest),
  ...Object.entries(callsOfQuestions),
  ...Object.entries(callsOfReports),
  ...Object.entries(callsOfStatements),
  ...Object.entries(callsOfSurveys),
  ...Object.entries(callsOfPictures),
  ...Object.entries(callsOfModules),
  ...Object.entries(callsOfIdeas),
] as unknown as Row[];
const globals: Record<string, unknown> = { ...server };
const ofNetworks: Record<string, unknown> = {
  ...events,
  /** Both polls and events preview a reminder. */
  previewEventReminder: events.previewReminder,
  ...polls,
  /** Surveys add pictures of their own. */
  sendPicture: pictures.addPicture,
  ...letters,
  ...questions,
  ...bulletins,
  ...ideas,
  ...network,
  ...members,
  ...groups,
  ...own,
  ...privacy,
  ...membership,
  ...reach,
  ...imports,
  ...report,
  ...statements,
  ...digest,
  ...surveys,
};

test.each(rows)('%s asks what its contract declares', (name, call) => {
  const declared = (call.isGlobal ? globals : ofNetworks)[name] as Endpoint<unknown, unknown, unknown> | undefined;
  expect({ method: call.method, path: call.path }).toEqual({ method: declared?.method, path: declared?.path });
});

/** By themselves: events and the material bank both add a material. */
test.each([
  ...Object.entries(callsOfMaterials),
  ...Object.entries(deskCallsOfMaterials),
  ...Object.entries(importCallsOfMaterials),
] as unknown as Row[])('%s asks what the contract of the material bank declares', (name, call) => {
  const declared = (materials as unknown as Record<string, Endpoint<unknown, unknown, unknown>>)[name];
  expect({ method: call.method, path: call.path }).toEqual({ method: declared?.method, path: declared?.path });
});

test('the tab asks everything that the contract of events offers', () => {
  const asked = new Set(rows.map(([, { method, path }]) => `${method} ${path}`));
  const offered = Object.values<object>(events).filter(
    (value): value is Endpoint<unknown, unknown, unknown> => 'method' in value,
  );
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.filter(({ method, path }) => !asked.has(`${method} ${path}`)).map(({ path }) => path)).toEqual([]);
});

test('the tab asks everything that the contract of polls offers', () => {
  const offered = Object.entries(polls).flatMap(([name, value]) => ('method' in value ? [name] : []));
  expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(offered));
});

test.each([
  ['members', members],
  ['imports', imports],
  ['report', report],
  ['surveys', surveys],
  ['digest', digest],
  ['ideas', ideas],
])('the tab asks everything that the contract of %s offers', (_, contract) => {
  const offered = Object.entries(contract).flatMap(([name, value]) =>
    typeof value === 'object' && 'method' in value ? [name] : [],
  );
  expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(offered));
});

test('the tab is configured under the id that deep links name', () => {
  expect(TAB_ENTITY).toBe(server.TAB_ENTITY);
});

test('who tells the kitchen of a diet is told for how long it is kept', () => {
  expect(NEEDS_KEPT).toBe(RETENTION.needs);
});

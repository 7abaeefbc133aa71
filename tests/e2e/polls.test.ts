/** From the question to the announced result, in the emulator's page, by its driver and in the tab; in Finnish, and in Swedish for a guest. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Poll, polls } from '../../bot/features/polls/poll.ts';
import { sampleTeam } from '../../scripts/sample.ts';
import { type EmulatedTeam, openEmulatedTeam } from '../fakes/emulated-team.ts';
import { eventually } from '../fakes/eventually.ts';
import { writeInChannel } from '../fakes/playground-page.ts';

const [, reino, linnea] = sampleTeam.people;
let team: EmulatedTeam;

beforeAll(async () => {
  team = await openEmulatedTeam();
});
afterAll(() => team?.close());

/** The sample network has had a poll with the same question. */
const pollNow = (question: string): Promise<Poll | undefined> =>
  team.find(polls, (one) => one.question === question && !one.id.startsWith('sample'));

test('a coordinator asks in the channel, members vote and change their vote, the poll closes by itself and the tab shows the same', async () => {
  const question = 'Mikä aihe kevään webinaariin?';
  await writeInChannel(team.channel, `äänestys ${question} | Koulukuljetukset | Kutsuliikenne | Tilastot`);

  const card = team.theCard(question).first();
  await card.getByRole('button', { name: /Koulukuljetukset/ }).waitFor();
  const asked = await eventually(() => pollNow(question));
  const [school, onDemand] = asked.options.map(({ id }) => id);
  const message = await team.messageOf(asked.post);

  await card.getByRole('button', { name: /Kutsuliikenne/ }).click();
  await team
    .theCard(/Äänesi/)
    .first()
    .waitFor();
  const finnish = await team.teams.press(reino, message, 'polls.vote', { poll: asked.id, choice: onDemand });
  expect(JSON.stringify(finnish)).toMatch(/Äänesi/);
  const swedish = await team.teams.press(linnea, message, 'polls.vote', { poll: asked.id, choice: school });
  expect(JSON.stringify(swedish)).toMatch(/[Rr]öst/);
  expect(JSON.stringify(swedish)).not.toMatch(/Äänesi/);
  const changed = await team.teams.press(reino, message, 'polls.vote', { poll: asked.id, choice: school });
  expect(JSON.stringify(changed)).toMatch(/Äänesi/);

  await team
    .theCard(/3 jäsentä/)
    .or(team.theCard(/3\s*\/\s*9/))
    .first()
    .waitFor();

  team.ahead = Date.parse(asked.closesAt) - Date.now() + 6000;
  const result = await eventually(async () => (await pollNow(question))?.result);
  expect(result).toMatchObject({ voters: 3, counts: { [school ?? '']: 2, [onDemand ?? '']: 1 }, leaders: [school] });
  await team
    .theCard(/päättyi|päättynyt|Tulos/)
    .filter({ hasText: 'Koulukuljetukset' })
    .last()
    .waitFor();

  const tab = await team.browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'fi-FI' });
  await tab.goto(`${team.address}/tab/polls/${asked.id}`);
  const row = (label: string) => tab.getByRole('row').filter({ hasText: label });
  await tab.getByRole('radio', { name: 'Taulukko' }).check(); // the browser of the demo acts as the coordinator
  await row('Koulukuljetukset').getByText('2', { exact: true }).first().waitFor();
  await row('Kutsuliikenne').getByText('1', { exact: true }).first().waitFor();
});

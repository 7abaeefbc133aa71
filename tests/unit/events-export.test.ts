/** Lists of participants as files: what is in them and in which order, and what never is. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { memberIdOf } from '../../bot/core/network.ts';
import { changeMember } from '../../bot/core/register.ts';
import type { Locale } from '../../bot/core/text.ts';
import { answerEvent, registerOpenly } from '../../bot/features/events/answer-operations.ts';
import { addAtDoor, tickDoor } from '../../bot/features/events/attendance-operations.ts';
import type { Event } from '../../bot/features/events/event.ts';
import { eventDownloads, eventSheets } from '../../bot/features/events/export.ts';
import type { Answer } from '../../bot/features/events/registration.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { person, represent } from '../fakes/feature-world.ts';
import { madeFile } from '../fakes/made-file.ts';

let world: EventWorld;
let deliveries = 0;
beforeEach(async () => {
  world = await openEventWorld({ size: 8 });
  await represent(world, 1, 2);
  await represent(world, 2, 1);
  await represent(world, 3, 1);
});
afterEach(() => world.close());

const come = async (n: number, event: Event, to: Partial<Answer> = {}): Promise<void> => {
  const delivery = { id: `delivery-${++deliveries}`, at: world.clock.now(), isInOrder: true };
  await answerEvent(await world.visit(n), event.id, { attendance: 'room', ...to }, delivery);
};
const sheets = async (event: Event, locale: Locale = 'fi') =>
  eventSheets(await world.visit(0, locale), await world.now(event));

/** A seminar of two room places, with a question, on which everyone has said something. */
async function seminar(): Promise<Event> {
  const event = await world.invite({
    ...{ type: 'seminar', capacityRoom: '2', questions: 'Tuletko lounaalle? | Kyllä | Ei', isPublic: 'true' },
  });
  await changeMember(await world.work(), memberIdOf(person(1)), (now) => now && { ...now, email: 'yksi@akaa.example' });
  await come(1, event, {
    answers: { q1: 'Kyllä' },
    needs: { diet: ['vegan'], dietWords: 'ei sieniä', access: ['hearingLoop'] },
  });
  await come(2, event);
  await come(4, event);
  await come(3, event);
  await come(5, event, { attendance: 'online' });
  await come(6, event, { attendance: 'no', wish: '=Toinen päivä' });
  await come(7, event, { attendance: 'maybe' });
  await registerOpenly(await world.work(), event, {
    ...{ name: 'Vilma Vieras', email: 'vilma@traficom.example', organisation: 'Traficom' },
    ...{ attendance: 'online', locale: 'fi', form: 'f' },
  });
  return event;
}

describe('the lists of an event', () => {
  test('name those with a place by organisation, and apart from them the waiting list in its order, and the others', async () => {
    const found = await sheets(await seminar());
    expect(found).toEqual([
      {
        name: 'Osallistujat',
        rows: [
          ['Organisaatio', 'Nimi', 'Osallistuminen', 'Tuletko lounaalle?'],
          ['Kunta 1', 'Jäsen 2', 'paikan päällä', ''],
          ['Kunta 2', 'Jäsen 1', 'paikan päällä', 'Kyllä'],
          ['Ei tiedossa', 'Jäsen 5', 'etänä', ''],
        ],
      },
      {
        name: 'Varasijat',
        rows: [
          ['Varasija', 'Nimi', 'Organisaatio', 'Jonottaa'],
          [1, 'Jäsen 4', '', 'paikan päällä'],
          [2, 'Jäsen 3', 'Kunta 1', 'paikan päällä'],
        ],
      },
      {
        name: 'Muut vastaukset',
        rows: [
          ['Nimi', 'Organisaatio', 'Vastaus', 'Mikä olisi auttanut'],
          ['Jäsen 6', '', 'En pääse', '=Toinen päivä'],
          ['Jäsen 7', '', 'Ehkä', ''],
          ['Vilma Vieras', 'Traficom', 'Ei ole vahvistanut', ''],
        ],
      },
      {
        name: 'Organisaatiot',
        rows: [
          ['Organisaatio', 'Paikan päällä', 'Etänä'],
          ['Kunta 1', 1, 0],
          ['Kunta 2', 1, 0],
          ['Ei tiedossa', 0, 1],
        ],
      },
    ]);
  });

  test('never hold diets, access needs or addresses', async () => {
    const found = JSON.stringify(await sheets(await seminar()));
    expect(found).toContain('Jäsen 1');
    for (const secret of ['sieniä', 'Vegaaninen', 'vegan', 'hearingLoop', 'Induktiosilmukka', '@'])
      expect(found).not.toContain(secret);
  });

  test('tell afterwards who came, also without a place, and who did not', async () => {
    const event = await seminar();
    await world.passTo(event.startsAt);
    const desk = await world.visit(0);
    await tickDoor(desk, event.id, memberIdOf(person(1)), true);
    await tickDoor(desk, event.id, memberIdOf(person(4)), true);
    await addAtDoor(desk, event.id, { name: 'Olli Ulkoa', email: '', organisation: 'Traficom' }, 'r');
    await world.passTo(event.endsAt);
    const [participants, waiting, , organisations] = await sheets(event);
    expect(participants?.rows).toEqual([
      ['Organisaatio', 'Nimi', 'Osallistuminen', 'Saapui', 'Tuletko lounaalle?'],
      ['Kunta 1', 'Jäsen 2', 'paikan päällä', 'ei', ''],
      ['Kunta 2', 'Jäsen 1', 'paikan päällä', 'kyllä', 'Kyllä'],
      ['Traficom', 'Olli Ulkoa', 'ilman paikkaa', 'kyllä', ''],
      ['Ei tiedossa', 'Jäsen 4', 'ilman paikkaa', 'kyllä', ''],
      ['Ei tiedossa', 'Jäsen 5', 'etänä', '', ''],
    ]);
    expect(waiting?.rows.slice(1)).toEqual([[2, 'Jäsen 3', 'Kunta 1', 'paikan päällä']]);
    expect(organisations?.rows).toContainEqual(['Traficom', 0, 0, 1]);
  });

  test('speak the reader’s language, and are there when nobody has answered', async () => {
    const event = await world.invite();
    expect(await sheets(event, 'sv')).toEqual([
      {
        name: 'Deltagare',
        rows: [['Organisation', 'Namn', 'Deltagande', 'Med för första gången', 'Kom', 'Minuter i mötet']],
      },
    ]);
    await come(1, event, { attendance: 'online' });
    expect((await sheets(event, 'en'))[0]?.rows[1]).toEqual(['Kunta 2', 'Jäsen 1', 'online']);
  });

  test('are files named after the event, for coordinators, in which no cell is a formula', async () => {
    const event = await seminar();
    const made = await Promise.all(
      eventDownloads.map(
        async (one) => [one.name, one.role, await madeFile(one, event.id, await world.visit(0))] as const,
      ),
    );
    expect(made.map(([name, role, { fileName }]) => [name, role, fileName])).toEqual([
      ['events.csv', 'coordinator', 'Joukkoliikenteen-tilastot.csv'],
      ['events.xlsx', 'coordinator', 'Joukkoliikenteen-tilastot.xlsx'],
    ]);
    const csv = new TextDecoder().decode(made[0]?.[2].bytes);
    expect(csv).toContain("Jäsen 6;;En pääse;'=Toinen päivä");
    expect([...(made[1]?.[2].bytes ?? [])].slice(0, 2)).toEqual([0x50, 0x4b]);
  });
});

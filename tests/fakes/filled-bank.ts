/** A bank of every kind of item, with files of every family, for the tab's pages. */
import { toInstant } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import { members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import { type Material, materials } from '../../bot/features/materials/material.ts';
import type { MaterialView } from '../../tab/src/pages/materials/calls.ts';
import { eventually } from './eventually.ts';
import { NETWORK, people } from './http-app.ts';
import { addedMaterial, uploaded } from './material-files.ts';
import { pdfOf, pngOf, wavOf } from './sample-files.ts';
import type { TabWorld } from './tab-world.ts';

export type FilledBank = Readonly<
  Record<'slides' | 'practice' | 'answer' | 'recording' | 'draft' | 'guide' | 'link', MaterialView>
> & { readonly collection: string };

/** The member represents Akaa, the coordinator Riihimäki; who is from outside the tenant represents nobody. */
export async function fillBank(world: TabWorld): Promise<FilledBank> {
  const { coordinator, member } = people;
  await world.api('POST', '/organisations/municipalities', coordinator, { codes: ['020', '694'] });
  await world.api('POST', '/register/own', member, { type: 'municipality', code: '020' });
  await world.api('POST', '/register/own', coordinator, { type: 'municipality', code: '694' });
  const { store } = world.app.services;
  await update({ store, scope: networkScope(NETWORK), kind: members, id: coordinator.objectId }, (now) =>
    now
      ? {
          ...now,
          ...{ isContact: true as const, isListed: true as const, title: 'Liikennesuunnittelija' },
          ...{ phone: '+358 40 000 0001', email: 'kaisa@riihimaki.example' },
        }
      : now,
  );
  const { terms } = await world.api<{ terms: { id: string }[] }>('POST', '/material-terms', coordinator, {
    ...{ kind: 'theme', fi: 'Kutsuliikenne', sv: 'Anropsstyrd trafik', en: 'Demand-responsive transport' },
  });
  const theme = terms[0]?.id ?? '';
  const pages = Array.from({ length: 12 }, (_, at) => [
    `Kutsuliikenteen suunnittelu, sivu ${at + 1}`,
    at === 6 ? 'Aikatauluton vyöhykeliikenne haja-asutusalueella' : 'Tilaukset, reitit ja kustannukset',
  ]);
  const send = (name: string, bytes: Uint8Array): Promise<string> => uploaded(world, coordinator, name, bytes);
  const add = (draft: object, by = coordinator): Promise<MaterialView> => addedMaterial(world, by, draft);

  const slides = await add({
    ...{ type: 'presentation', title: 'Kutsuliikenteen suunnitteluopas', terms: [theme], newTags: ['reitit'] },
    summary:
      'Miten kutsuliikenne suunnitellaan pienessä kunnassa: tilaukset, reitit, kalusto ja kustannukset.\n\nMukana on laskentapohja.',
    ...{ language: 'fi', targetGroups: ['Joukkoliikenteestä vastaavat'], author: 'Riihimäen kaupunki' },
    links: [{ url: 'https://www.liikenne.example/kutsu', label: 'Kutsuliikenteen verkkosivut' }],
    files: [
      { upload: await send('kutsuliikenne.pdf', pdfOf(pages)) },
      { upload: await send('reittikartta.png', pngOf(640, 400, [40, 110, 180])) },
      { upload: await send('ohje.txt', Buffer.from('Näin varaat kyydin.\nSoita edellisenä päivänä.\n')) },
      { upload: await send('kysely.csv', Buffer.from('kunta;matkat\nAkaa;12\n')) },
    ],
  });
  const { draft } = await world.api<{ draft: { files: object[] } }>(
    'GET',
    `/materials/${slides.id}/draft`,
    coordinator,
  );
  const [first, ...others] = draft.files;
  const newer = await send('kutsuliikenne-2.pdf', pdfOf(pages));
  await world.api('PUT', `/materials/${slides.id}`, coordinator, {
    draft: { ...draft, files: [{ ...first, upload: newer }, ...others] },
    intent: 'send',
  });
  const practice = await add({
    ...{ type: 'goodPractice', title: 'Kyytipalvelu kylien asukkaille', terms: [theme], organisation: 'fi-694' },
    summary: 'Kaksi pientä autoa ajaa kylien ja keskustan väliä tilausten mukaan.',
    topic: 'Kylistä puuttui liikenne arkisin kello kymmenestä kahteen.',
    goal: 'Asukkaat pääsevät kauppaan, lääkäriin ja harrastuksiin ilman omaa autoa.',
    implementation:
      'Tilaukset tehdään puhelimella edellisenä päivänä. Reitit yhdistää liikennöitsijä.\n\nHinta on sama kuin bussissa.',
    lessons: 'Puhelinpalvelu on välttämätön. Kuljettajat tuntevat matkustajat nimeltä.',
  });
  await world.api('PUT', `/materials/${practice.id}/reaction`, coordinator, {
    ...{ status: 'tried', comment: 'Meillä matkoja tuli kolminkertainen määrä arvioituun.', notes: {} },
  });
  const answer = await add({
    ...{ type: 'questionAnswer', title: 'Saako koulukyytiin ottaa muita matkustajia?' },
    question: 'Voiko koulukuljetukseen ottaa muita matkustajia, jos autossa on tilaa?',
    answer: 'Voi, kun liikenne on avointa kaikille. Sovi asiasta liikennöitsijän kanssa jo kilpailutuksessa.',
  });
  const recording = await add({
    ...{ type: 'recording', title: 'Haastattelu: kylien kyydit', summary: 'Kymmenen sekuntia ääntä kokeiluun.' },
    files: [{ upload: await send('haastattelu.wav', wavOf(10)) }],
  });
  const link = await add({
    ...{ type: 'link', title: 'Tilastoja joukkoliikenteestä' },
    links: [{ url: 'https://www.tilastot.example/joukkoliikenne', label: '' }],
  });
  const guide = await add({
    ...{ type: 'document', title: 'Näin käytät materiaalipankkia' },
    summary: 'Mistä löydät tilaisuuksien aineistot, miten lisäät oman hyvän käytännön ja kuka auttaa.',
  });
  await world.api('PUT', `/materials/${guide.id}/pin`, coordinator, { isPinned: true });
  const proposal = await add(
    { ...{ type: 'document', title: 'Ehdotus kilpailutuksen ehdoiksi' }, summary: 'Jäsenen oma luonnos.' },
    member,
  );
  const { id: collection } = await world.api<{ id: string }>('POST', '/material-collections', coordinator, {
    draft: {
      ...{ fi: 'Aloita tästä', sv: 'Börja här', en: 'Start here', about: 'Uudelle jäsenelle.' },
      items: [guide.id, practice.id, slides.id],
    },
    requestId: crypto.randomUUID(),
  });
  // What is inside files is read by a job.
  await eventually(async () => {
    const { files } = await world.api<MaterialView>('GET', `/materials/${slides.id}`, coordinator);
    return files.every(({ text }) => text !== 'waiting');
  }, 60_000);
  return { slides, practice, answer, recording, draft: proposal, guide, link, collection };
}

/** So many items more, put straight into the store. */
export async function fillWith(world: TabWorld, n: number): Promise<void> {
  const { store } = world.app.services;
  const scope = networkScope(NETWORK);
  const topics = ['Koulukuljetukset', 'Kutsuliikenne', 'Tilastot', 'Kilpailutus', 'Haja-asutusalueet'];
  const from = Date.parse('2020-01-01T09:00:00Z');
  const one = (at: number): Material => {
    const addedAt = toInstant(from + at * 60_000);
    return {
      ...{ id: activityId.parse(`many-${String(at).padStart(6, '0')}`), title: `${topics[at % 5]}, asia ${at}` },
      summary: `Muistiinpanot asiasta ${at}: mitä sovittiin, kuka vie eteenpäin ja milloin asiaan palataan.`,
      ...{ type: at % 7 === 0 ? 'recording' : 'document', links: [], files: [], terms: [], targetGroups: [] },
      ...{ audience: { to: 'members' }, state: 'published', posts: [], addedAt, changedAt: addedAt },
    };
  };
  for (let at = 0; at < n; at += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, n - at) }, (_, more) => one(at + more)).map((item) =>
        store.insert(scope, materials, item.id, item),
      ),
    );
}

/** The app's features. A new one is its folder and one line here. */
import type { Feature } from './core/feature.ts';
import { boxes } from './features/boxes/feature.ts';
import { bulletins } from './features/bulletins/feature.ts';
import { digest } from './features/digest/feature.ts';
import { events } from './features/events/feature.ts';
import { groups } from './features/groups/feature.ts';
import { ideas } from './features/ideas/feature.ts';
import { imports } from './features/imports/feature.ts';
import { letters } from './features/letters/feature.ts';
import { materials } from './features/materials/feature.ts';
import { members } from './features/members/feature.ts';
import { membership } from './features/membership/feature.ts';
import { network } from './features/network/feature.ts';
import { own } from './features/own/feature.ts';
import { pictures } from './features/pictures/feature.ts';
import { polls } from './features/polls/feature.ts';
import { privacy } from './features/privacy/feature.ts';
import { questions } from './features/questions/feature.ts';
import { reach } from './features/reach/feature.ts';
import { report } from './features/report/feature.ts';
import { statements } from './features/statements/feature.ts';
import { surveys } from './features/surveys/feature.ts';

export const features: readonly Feature[] = [
  network,
  polls,
  events,
  surveys,
  questions,
  ideas,
  materials,
  statements,
  boxes,
  bulletins,
  digest,
  pictures,
  members,
  groups,
  privacy,
  membership,
  own,
  reach,
  report,
  letters,
  imports,
];

/** @file What goes with what: who does what to what, and which adjective suits which thing, so that sentences are plausible. */
import type { Noun, NounKind } from './lexicon.ts';

/** Kinds or single English nouns, separated by spaces; a minus takes one away: `object furniture -sky`. */
export type Selection = string;

/** Who may be the subject and the object of a verb. */
export interface Frame {
  readonly subject: Selection;
  readonly object: Selection;
}

const ALIVE = 'person animal';
const THINGS = 'text object furniture vehicle opening food plant';

/** The frame of each verb, by its base form. */
export const frames: Readonly<Record<string, Frame>> = {
  eat: { subject: ALIVE, object: 'food flower bird' },
  drink: { subject: ALIVE, object: 'drink soup' },
  see: { subject: ALIVE, object: `${ALIVE} ${THINGS} place way nature celestial drink` },
  buy: {
    subject: 'person',
    object: `${THINGS} drink house garden boat dog cat horse bird labrador church school`,
  },
  sell: {
    subject: 'person',
    object: `${THINGS} drink house garden boat dog cat horse bird labrador church school`,
  },
  read: { subject: 'person', object: 'text agreement' },
  write: { subject: 'person', object: 'text agreement' },
  sign: { subject: 'person country city', object: 'text agreement' },
  hide: {
    subject: `${ALIVE} tree house church bridge door`,
    object: `${THINGS} celestial animal child way nature house drink`,
  },
  open: {
    subject: 'person dog key',
    object: 'opening book letter newspaper school church garden road bridge house car',
  },
  close: { subject: 'person', object: 'opening book school church garden road bridge house car window' },
  love: { subject: ALIVE, object: `${ALIVE} ${THINGS} drink place nature celestial` },
  find: { subject: ALIVE, object: `${ALIVE} ${THINGS} drink place way nature accord star` },
  lose: {
    subject: 'person country',
    object: 'object text car boat dog cat horse bird labrador child house chair apple',
  },
  take: { subject: ALIVE, object: 'object text vehicle food drink road bridge chair table flower' },
  carry: {
    subject: 'person horse vehicle',
    object: 'object text furniture food drink child dog cat bird flower door window tree boat',
  },
  follow: { subject: 'person animal car train boat plane', object: 'person animal vehicle road river star' },
  watch: { subject: ALIVE, object: 'person animal vehicle celestial river road house tree door garden' },
  hear: { subject: ALIVE, object: 'person animal vehicle river door window' },
  make: {
    subject: 'person',
    object: 'bread cheese wine soup furniture hat key boat door window car bridge road',
  },
  sleep: { subject: ALIVE, object: '' },
  sing: { subject: 'person bird', object: '' },
  work: { subject: 'person horse dog', object: '' },
  run: { subject: ALIVE, object: '' },
};

/** What may stand after each preposition. */
export const places: Readonly<Record<string, Selection>> = {
  in: 'place vehicle river sky water soup book newspaper letter hat tree flower wine milk table door -road',
  on: 'furniture way boat horse house hat book newspaper tree river car train',
  under: 'furniture bridge tree hat sky moon star sun car boat window',
  with: `${ALIVE} ${THINGS} drink`,
  near: `${ALIVE} furniture vehicle opening plant place way nature object water`,
  behind: `${ALIVE} furniture vehicle opening plant place way nature object moon sun`,
  by: ALIVE,
};

/** What a noun's own phrase with of may name, by the kind of the noun. */
export const owners: Readonly<Partial<Record<NounKind, Selection>>> = {
  person: 'country city school area person',
  animal: 'person',
  text: 'person school church country city',
  object: 'person house car church school door',
  furniture: 'person house school church garden',
  vehicle: 'person school city country',
  opening: 'house church school car train plane garden person',
  place: 'person city country area',
  way: 'city country area',
  nature: 'country city area',
  plant: 'garden school church person city',
  food: 'person country city',
  accord: 'country city person',
};

/** What an agreement or a text may be on. */
export const topics: Selection = 'place way nature milk wine water bread cheese vehicle animal';

/** Which nouns an adjective suits. */
export const suits: Readonly<Record<string, Selection>> = {
  good: 'person animal food drink text vehicle furniture hat key place accord way',
  beautiful: 'person animal plant text hat furniture vehicle opening place way nature celestial',
  big: 'person animal plant text object furniture vehicle opening place way nature star moon apple cheese accord',
  small:
    'person animal plant text object furniture vehicle opening place way nature star moon apple bread cheese',
  heavy: 'object furniture vehicle opening book letter newspaper cheese bread apple horse dog',
  strong: 'person animal wine cheese bridge door sun soup horse country tree',
  tired: ALIVE,
  sad: `${ALIVE} text country city`,
  happy: `${ALIVE} country`,
  cold: 'food drink house church school river country car train area sky garden -cheese',
  hot: 'food drink house school country car train area sun table window garden -cheese',
  old: 'person animal tree text object furniture vehicle opening place way cheese wine accord bread',
  new: 'text object furniture vehicle opening place way star king queen doctor teacher hero accord wine flower',
  young: 'person animal tree wine country',
  black: 'animal object furniture vehicle opening bread sky text church water flower',
  white:
    'animal object furniture vehicle opening bread wine cheese flower house church moon star letter hat milk sky',
  red: 'object furniture vehicle opening flower apple wine soup book house star sun moon sky hat bridge bird school',
  green: 'object furniture vehicle opening tree apple book house garden bird area river soup country letter',
  blue: 'object furniture vehicle opening flower bird sky river book house water letter star bridge',
  french: 'person text vehicle food wine place way accord furniture hat labrador horse river',
  european: 'person text vehicle country city school wine cheese accord area way church horse river',
  economic: 'accord text area school',
  open: 'opening book letter newspaper school church garden road bridge house car area country',
  closed: 'opening book letter newspaper school church garden road bridge house car area country',
};

/** Things that a plausible sentence never joins, even where it is meant to surprise. */
export function isAbsurd(verb: string, object: Noun): boolean {
  const eaten = verb === 'eat' || verb === 'drink';
  const traded = verb === 'sell' || verb === 'buy' || verb === 'make';
  return object.kind === 'person' && (eaten || traded);
}

/** The nouns that a selection names. */
export function select(selection: Selection, nouns: readonly Noun[]): Noun[] {
  const words = selection.split(' ').filter((word) => word !== '');
  const dropped = new Set(words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)));
  const kept = new Set(words.filter((word) => !word.startsWith('-')));
  const known = new Set<string>(nouns.flatMap(({ english, kind }) => [english, kind]));
  for (const word of [...kept, ...dropped])
    if (!known.has(word)) throw new RangeError(`"${word}" is neither a noun nor a kind of noun`);
  return nouns.filter(({ english, kind }) => (kept.has(english) || kept.has(kind)) && !dropped.has(english));
}

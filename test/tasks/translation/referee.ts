/**
 * @file A second translator of the small world, written from its description alone: it shares no code and no table with the generator,
 * works on flat words with text substitutions, and so can judge every form, elision and agreement.
 */

/** Noun tables typed out in full: English singular and plural, French singular and plural. `-`: none. */
const MASCULINE = `
cat cats chat chats; dog dogs chien chiens; bird birds oiseau oiseaux; horse horses cheval chevaux; labrador labradors labrador labradors;
man men homme hommes; boy boys garçon garçons; child children enfant enfants; king kings roi rois; doctor doctors médecin médecins;
father fathers père pères; hero heroes héros héros; tree trees arbre arbres; garden gardens jardin jardins; book books livre livres;
newspaper newspapers journal journaux; bread - pain -; milk - lait -; wine - vin -; cheese - fromage -; sky - ciel -; sun - soleil -;
train trains train trains; plane planes avion avions; boat boats bateau bateaux; agreement agreements accord accords;
country countries pays pays; hat hats chapeau chapeaux; bridge bridges pont ponts`;
const FEMININE = `
woman women femme femmes; girl girls fille filles; queen queens reine reines; mother mothers mère mères;
teacher teachers professeure professeures; house houses maison maisons; table tables table tables; chair chairs chaise chaises;
car cars voiture voitures; apple apples pomme pommes; soup soups soupe soupes; water - eau -; door doors porte portes;
window windows fenêtre fenêtres; city cities ville villes; school schools école écoles; letter letters lettre lettres;
flower flowers fleur fleurs; area areas zone zones; church churches église églises; moon moons lune lunes; star stars étoile étoiles;
key keys clé clés; road roads route routes; river rivers rivière rivières`;

/** English, then masculine, feminine, masculine plural, feminine plural. */
const LEADING = `
big grand grande grands grandes; small petit petite petits petites; old vieux vieille vieux vieilles; beautiful beau belle beaux belles;
good bon bonne bons bonnes; new nouveau nouvelle nouveaux nouvelles; young jeune jeune jeunes jeunes`;
const TRAILING = `
black noir noire noirs noires; white blanc blanche blancs blanches; red rouge rouge rouges rouges; green vert verte verts vertes;
blue bleu bleue bleus bleues; cold froid froide froids froides; hot chaud chaude chauds chaudes;
european européen européenne européens européennes; economic économique économique économiques économiques;
french français française français françaises; strong fort forte forts fortes; tired fatigué fatiguée fatigués fatiguées;
sad triste triste tristes tristes; happy heureux heureuse heureux heureuses; open ouvert ouverte ouverts ouvertes;
closed fermé fermée fermés fermées; heavy lourd lourde lourds lourdes`;

/** Base, third person, past, participle, -ing; French singular, plural, participle masculine and feminine. */
const VERBS = `
eat eats ate eaten eating mange mangent mangé mangée; drink drinks drank drunk drinking boit boivent bu bue;
see sees saw seen - voit voient vu vue; buy buys bought bought buying achète achètent acheté achetée;
sell sells sold sold selling vend vendent vendu vendue; read reads - read reading lit lisent lu lue;
write writes wrote written writing écrit écrivent écrit écrite; sign signs signed signed signing signe signent signé signée;
hide hides hid hidden hiding cache cachent caché cachée; open opens opened opened opening ouvre ouvrent ouvert ouverte;
close closes closed closed closing ferme ferment fermé fermée; love loves loved loved - aime aiment aimé aimée;
find finds found found - trouve trouvent trouvé trouvée; lose loses lost lost losing perd perdent perdu perdue;
take takes took taken taking prend prennent pris prise; carry carries carried carried carrying porte portent porté portée;
follow follows followed followed following suit suivent suivi suivie; watch watches watched watched watching regarde regardent regardé regardée;
hear hears heard heard - entend entendent entendu entendue; make makes made made making fait font fait faite;
sleep sleeps slept - sleeping dort dorment dormi -; sing sings sang - singing chante chantent chanté -;
work works worked - working travaille travaillent travaillé -; run runs ran - running court courent couru -`;

const MONTHS =
  'january janvier february février march mars april avril may mai june juin july juillet august août september septembre october octobre november novembre december décembre';

const rows = (table: string): string[][] =>
  table
    .trim()
    .split(';')
    .map((row) => row.trim().split(/\s+/u));

interface NounEntry {
  readonly forms: readonly string[];
  readonly feminine: boolean;
  readonly plural: boolean;
}

interface VerbEntry {
  readonly present: readonly string[];
  readonly participle: string;
  readonly feminineParticiple: string;
}

/** Nouns by English form. */
export const nounTable = new Map<string, NounEntry>();
for (const [table, feminine] of [
  [MASCULINE, false],
  [FEMININE, true],
] as const) {
  for (const [one = '', many = '', ...forms] of rows(table)) {
    nounTable.set(one, { forms, feminine, plural: false });
    if (many !== '-') nounTable.set(many, { forms, feminine, plural: true });
  }
}

/** Adjectives by English form: their four French forms, and on which side of the noun they stand. */
export const adjectiveTable = new Map<
  string,
  { readonly forms: readonly string[]; readonly leading: boolean }
>();
for (const [english = '', ...forms] of rows(LEADING)) adjectiveTable.set(english, { forms, leading: true });
for (const [english = '', ...forms] of rows(TRAILING)) adjectiveTable.set(english, { forms, leading: false });

const bases = new Map<string, VerbEntry>();
const thirds = new Map<string, VerbEntry>();
const pasts = new Map<string, VerbEntry>();
const participles = new Map<string, VerbEntry>();
const ongoing = new Map<string, VerbEntry>();
/** All French forms of the verb of an English form. */
export const verbTable = new Map<string, Set<string>>();
for (const [
  base = '',
  third = '',
  past = '',
  participle = '',
  ing = '',
  one = '',
  many = '',
  m = '',
  f = '',
] of rows(VERBS)) {
  const entry = { present: [one, many], participle: m, feminineParticiple: f };
  for (const [map, english] of [
    [bases, base],
    [thirds, third],
    [pasts, past],
    [participles, participle],
    [ongoing, ing],
  ] as const) {
    if (english === '-') continue;
    map.set(english, entry);
    const known = verbTable.get(english) ?? new Set<string>();
    for (const form of [one, many, m, f, m.endsWith('s') ? m : `${m}s`, `${f}s`]) known.add(form);
    verbTable.set(english, known);
  }
}

const monthWords = MONTHS.split(' ');
/** Month names, English to French. */
export const monthTable = new Map<string, string>();
for (let place = 0; place < monthWords.length; place += 2)
  monthTable.set(monthWords[place] ?? '', monthWords[place + 1] ?? '');

const JOIN: Readonly<Record<string, string>> = {
  and: 'et',
  but: 'mais',
  because: 'parce que',
  when: 'quand',
};
const PLACE: Readonly<Record<string, string>> = {
  in: 'dans',
  on: 'sur',
  under: 'sous',
  with: 'avec',
  behind: 'derrière',
  by: 'par',
  near: 'près de',
  of: 'de',
};

/** Who does it. */
interface Doer {
  readonly feminine: boolean;
  readonly plural: boolean;
}

const pickForm = (forms: readonly string[], { feminine, plural }: Doer): string =>
  forms[(plural ? 2 : 0) + (feminine ? 1 : 0)] ?? '?';

/** A vowel or a mute h (homme, hier; not héros). */
const VOWEL = '(?=[aeiouyàâéèêîôûAEIOU]|homme|hier)';

/** Whether a word is an adjective that may stand beside a noun. */
const attributive = (word: string): boolean =>
  adjectiveTable.has(word) && word !== 'open' && word !== 'closed';

const DETERMINERS = new Set(['the', 'a', 'an', 'this', 'these']);
const startsNounPhrase = (word: string): boolean =>
  DETERMINERS.has(word) || attributive(word) || nounTable.has(word);

/** Elides, contracts and chooses the forms before a vowel, by substitution in the running text. */
function join(words: readonly string[]): string {
  return ` ${words.join(' ')} `
    .replaceAll(new RegExp(` ce ${VOWEL}`, 'gu'), ' cet ')
    .replaceAll(new RegExp(` vieux/s ${VOWEL}`, 'gu'), ' vieil ')
    .replaceAll(new RegExp(` beau/s ${VOWEL}`, 'gu'), ' bel ')
    .replaceAll(new RegExp(` nouveau/s ${VOWEL}`, 'gu'), ' nouvel ')
    .replaceAll('/s', '')
    .replaceAll(new RegExp(` l[ea] ${VOWEL}`, 'gu'), " l' ")
    .replaceAll(' de le ', ' du ')
    .replaceAll(' de les ', ' des ')
    .replaceAll(new RegExp(` (n|d|qu)e ${VOWEL}`, 'gu'), " $1' ")
    .trim();
}

/**
 * The French of an English sentence.
 * @throws Error at a word that it cannot place.
 */
export function refereeTranslation(english: readonly string[]): string {
  const out: string[] = [];
  let at = 0;
  const here = (): string => english[at] ?? '';
  let head: Doer | null = null;
  let relative: Doer | null = null;
  let last: Doer = { feminine: false, plural: false };
  /** The next noun phrase is what a negated verb denies. */
  let denied = false;

  const nounPhrase = (afterDe: boolean): void => {
    let determiner = '';
    if (DETERMINERS.has(here())) determiner = english[at++] ?? '';
    const start = at;
    const leading: string[] = [];
    const trailing: string[] = [];
    for (let word = here(); attributive(word); word = here()) {
      (adjectiveTable.get(word)?.leading === true ? leading : trailing).push(word);
      at += 1;
    }
    const noun = nounTable.get(here());
    if (noun === undefined) throw new Error(`"${here()}" is no noun in: ${english.join(' ')}`);
    const spelling = /^[aeiou](?!uropean)/u.test(english[start] ?? '') ? 'an' : 'a';
    if (determiner.startsWith('a') && determiner !== spelling)
      throw new Error(`${determiner} ${english[start] ?? ''}`);
    at += 1;
    last = noun;
    const { feminine, plural } = noun;
    if (denied && ['a', 'an', ''].includes(determiner)) out.push('de');
    else if (determiner === 'the') out.push(plural ? 'les' : feminine ? 'la' : 'le');
    else if (determiner === 'this') out.push(feminine ? 'cette' : 'ce');
    else if (determiner === 'these') out.push('ces');
    else if (determiner !== '') out.push(feminine ? 'une' : 'un');
    else if (!plural) out.push('de', feminine ? 'la' : 'le');
    else if (!afterDe) out.push(leading.length > 0 ? 'de' : 'des');
    denied = false;
    if (determiner === 'this' && plural) throw new Error('this with a plural');
    if (determiner === 'these' && !plural) throw new Error('these with a singular');
    // A singular beside its noun is marked until it has met the next word: vieux is its own plural, and est beau stays.
    const say = (word: string): string => {
      const form = pickForm(adjectiveTable.get(word)?.forms ?? [], noun);
      return !plural && ['vieux', 'beau', 'nouveau'].includes(form) ? `${form}/s` : form;
    };
    out.push(...leading.map(say), noun.forms[plural ? 1 : 0] ?? '?', ...trailing.toReversed().map(say));
  };

  const verbGroup = (doer: Doer): void => {
    const helper = ['is', 'are', 'was', 'were', 'do', 'does', 'did'].includes(here())
      ? (english[at++] ?? '')
      : '';
    if (helper !== '' && helper !== 'did' && ['are', 'were', 'do'].includes(helper) !== doer.plural)
      throw new Error(`${helper} does not agree`);
    const negated = helper !== '' && here() === 'not';
    if (negated) at += 1;
    const said = (finite: string, ...rest: string[]): void => {
      out.push(...(negated ? ['ne', finite, 'pas'] : [finite]), ...rest);
    };
    const main = english[at++] ?? '';
    const present = (verb: VerbEntry | undefined): string => verb?.present[doer.plural ? 1 : 0] ?? '?';
    const have = doer.plural ? 'ont' : 'a';
    denied = negated;
    if (helper === 'do' || helper === 'does') said(present(bases.get(main)));
    else if (helper === 'did') said(have, bases.get(main)?.participle ?? '?');
    else if (helper === '' && (doer.plural ? bases : thirds).has(main))
      said(present((doer.plural ? bases : thirds).get(main)));
    else if (helper === '') said(have, pasts.get(main)?.participle ?? '?');
    else if ((helper === 'is' || helper === 'are') && ongoing.has(main)) said(present(ongoing.get(main)));
    else if ((helper === 'was' || helper === 'were') && participles.has(main)) {
      const verb = participles.get(main);
      const form = (doer.feminine ? verb?.feminineParticiple : verb?.participle) ?? '?';
      said(have, 'été', doer.plural && !form.endsWith('s') ? `${form}s` : form);
      denied = false;
    } else {
      at -= 1;
      denied = false;
      said({ is: 'est', are: 'sont', was: 'était', were: 'étaient' }[helper] ?? '?');
      const following = english[at + 1] ?? '';
      if (adjectiveTable.has(main) && !attributive(following) && !nounTable.has(following)) {
        out.push(pickForm(adjectiveTable.get(main)?.forms ?? [], doer));
        at += 1;
      }
    }
    if (!startsNounPhrase(here())) denied = false;
  };

  while (at < english.length) {
    const word = here();
    const next = english[at + 1] ?? '';
    if (JOIN[word] !== undefined) {
      out.push(...JOIN[word].split(' '));
      head = null;
      at += 1;
    } else if (word === 'today' || word === 'yesterday') {
      out.push(word === 'today' ? "aujourd'hui" : 'hier');
      at += 1;
    } else if (word === 'in' && monthTable.has(next)) {
      out.push('en', monthTable.get(next) ?? '?', english[at + 2] ?? '?');
      at += 3;
    } else if (PLACE[word] !== undefined) {
      out.push(...PLACE[word].split(' '));
      at += 1;
      nounPhrase(PLACE[word].endsWith('de'));
    } else if (word === 'that') {
      out.push('qui');
      relative = last;
      at += 1;
      verbGroup(relative);
    } else if (head === null && ['he', 'she', 'they'].includes(word)) {
      out.push({ he: 'il', she: 'elle', they: 'ils' }[word] ?? '?');
      head = { feminine: word === 'she', plural: word === 'they' };
      at += 1;
      last = head;
    } else if (head === null) {
      nounPhrase(false);
      head = last;
    } else if (out.length > 0 && startsNounPhrase(word)) {
      nounPhrase(false);
    } else verbGroup(head);
  }
  return join(out);
}
